'use client'
import type { ComponentProps } from 'react'
import { Toolbox } from '@/components/tools/toolbox'
import { checkCallbackUrl } from '@/lib/systems/daraja/callback-url'

/** Hands the tools what only a system knows, and what cannot cross from the server: a function. */
export function DarajaToolbox(props: Omit<ComponentProps<typeof Toolbox>, 'checkCallbackUrl'>) {
  return <Toolbox {...props} checkCallbackUrl={checkCallbackUrl} />
}

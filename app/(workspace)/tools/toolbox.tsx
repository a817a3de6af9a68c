'use client'
import type { ComponentProps } from 'react'
import { Toolbox } from '@/components/tools/toolbox'
import { fetched } from '@/components/ui/fetched'

const CallbackUrls = fetched(() => import('./callback-url').then((module) => module.CallbackUrls))
const HashedPasswords = fetched(() => import('./hashed-password').then((module) => module.HashedPasswords))

/** Hands the tools what only a system knows, and what cannot cross from the server: functions. */
export function SystemsToolbox(
  props: Omit<ComponentProps<typeof Toolbox>, 'callbackUrls' | 'hashedPasswords'>,
) {
  return <Toolbox {...props} hashedPasswords={<HashedPasswords />} callbackUrls={<CallbackUrls />} />
}

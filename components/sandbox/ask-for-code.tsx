'use client'
import { fetched } from '@/components/ui/fetched'

/** The button that asks for a code: few readers of its page press it. */
export const AskForCode = fetched(() => import('./ask-button').then((module) => module.AskButton))

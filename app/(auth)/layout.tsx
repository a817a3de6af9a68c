import type { Metadata } from 'next'
import type { ReactNode } from 'react'

/** The address of these pages can hold a token: no other server may hear of it. */
export const metadata: Metadata = { referrer: 'no-referrer' }

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-10">
      <p className="font-semibold text-lg tracking-tight">jaribu</p>
      {children}
    </main>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormField, FormMessage } from '@/components/forms/form-field'
import { useForm } from '@/components/forms/use-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { EmptyState } from '@/components/ui/layout'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { ActionResult } from '@/lib/auth/action-result'
import { ConfirmButton } from './confirm-button'
import { RoleField, roleTitle } from './roles'
import { ShownOnce } from './shown-once'

type Act<Input, Data = unknown> = (input: Input) => Promise<ActionResult<Data>>

export function NewTokenForm({
  create,
}: {
  create: Act<{ name: string; role: 'member' | 'viewer' }, { token: string }>
}) {
  const router = useRouter()
  const [token, setToken] = useState<string>()
  const form = useForm({
    values: { name: '', role: 'member' as 'member' | 'viewer' },
    schema: async () => (await import('@/lib/workspace/people/people-fields')).newApiToken,
    submit: create,
    onDone: (made, { reset }) => {
      setToken(made.token)
      reset()
      router.refresh()
    },
  })
  return (
    <div className="flex flex-col gap-4">
      <form {...form.props} className="flex flex-wrap items-start gap-3">
        <FormField form={form} name="name" label="Name" className="min-w-48 flex-1 sm:max-w-72">
          {(slots) => <Input {...slots} placeholder="CI" autoComplete="off" />}
        </FormField>
        <RoleField form={form} />
        <Button type="submit" variant="primary" className="mt-[23px]" disabled={form.isPending}>
          Create token
        </Button>
      </form>
      <FormMessage form={form}>
        {token && (
          <ShownOnce title="Copy the token now" value={token} label="Copy token">
            It is stored hashed and never shown again. Send it as <code>Authorization: Bearer …</code>
          </ShownOnce>
        )}
      </FormMessage>
    </div>
  )
}

export type Token = {
  id: string
  name: string
  role: 'member' | 'viewer'
  lastFour: string
  createdBy: string | null
  createdAt: number
  lastUsedAt: number | null
  revokedAt: number | null
  fromEnvironment: boolean
  yours: boolean
}

export function TokenList({
  tokens,
  canRevokeAll,
  revoke,
}: {
  tokens: Token[]
  canRevokeAll: boolean
  revoke: Act<{ id: string }>
}) {
  if (tokens.length === 0) {
    return (
      <EmptyState title="No API tokens yet.">
        Create one above, then try it: <code>curl -H "Authorization: Bearer …" …/api/v1/me</code>
      </EmptyState>
    )
  }
  return (
    <Table>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="max-sm:hidden">Token</Th>
          <Th>Role</Th>
          <Th className="max-sm:hidden">Made by</Th>
          <Th className="max-sm:hidden">Made</Th>
          <Th className="max-sm:hidden">Last used</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <Td className="font-medium">
              {token.name}
              <p className="font-normal text-ink-muted text-sm sm:hidden">
                <span className="font-mono">…{token.lastFour}</span>,{' '}
                {token.lastUsedAt === null ? 'never used' : <Time at={token.lastUsedAt} show="date" />}
              </p>
            </Td>
            <Td className="font-mono text-sm max-sm:hidden">…{token.lastFour}</Td>
            <Td>{roleTitle(token.role)}</Td>
            <Td>
              {token.fromEnvironment ? 'the server’s settings' : (token.createdBy ?? 'someone who left')}
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <Time at={token.createdAt} show="date" />
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              {token.lastUsedAt === null ? (
                <span className="text-ink-muted">never</span>
              ) : (
                <Time at={token.lastUsedAt} show="date" />
              )}
            </Td>
            <Td className="pr-0 text-right">
              {token.revokedAt !== null ? (
                <Badge>revoked</Badge>
              ) : (
                !token.fromEnvironment &&
                (canRevokeAll || token.yours) && (
                  <ConfirmButton
                    label="Revoke"
                    accessibleLabel={`Revoke ${token.name}`}
                    title={`Revoke ${token.name}?`}
                    act={() => revoke({ id: token.id })}
                    done={`${token.name} revoked`}
                  >
                    <p>Scripts that send it are refused from the next request on.</p>
                  </ConfirmButton>
                )
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

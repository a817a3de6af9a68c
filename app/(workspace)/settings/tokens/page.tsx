import type { Metadata } from 'next'
import { NewTokenForm, TokenList } from '@/components/settings/tokens'
import { Section } from '@/components/ui/layout'
import { requireMember } from '@/lib/auth/require'
import { listApiTokens } from '@/lib/workspace/people/api-tokens'
import { deps } from '@/lib/workspace/server/context'
import { createToken, revokeToken } from '../actions'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const actor = await requireMember('member', '/settings/tokens')
  return (
    <Section
      title="API tokens"
      description={
        <>
          For scripts and CI at <code>/api/v1</code>. A token can do what its role allows, and no more than
          the person who made it.
        </>
      }
    >
      <NewTokenForm create={createToken} />
      <div className="mt-5">
        <TokenList
          tokens={listApiTokens(deps(), actor)}
          canRevokeAll={actor.role === 'owner'}
          revoke={revokeToken}
        />
      </div>
    </Section>
  )
}

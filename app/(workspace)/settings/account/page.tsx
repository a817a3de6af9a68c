import type { Metadata } from 'next'
import { EmailForm, FinishAccountForm, NameForm, PasswordForm } from '@/components/settings/account-forms'
import { Notice, Section } from '@/components/ui/layout'
import { cameByLink, requireMember } from '@/lib/auth/require'
import { getAccount } from '@/lib/workspace/people/account'
import { deps } from '@/lib/workspace/server/context'
import { changeEmail, changePassword, finishAccount, renameSelf } from '../actions'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const actor = await requireMember('viewer', '/settings/account')
  const { name, email, hasPassword } = getAccount(deps(), actor)
  if (!hasPassword || email === null) {
    return (
      <Section
        title="Finish your account"
        description="You came by a one-time link. With an e-mail and a password you can sign in again from any browser."
      >
        <Notice tone="warn" className="mb-4 max-w-md">
          Until then this browser’s session is your only way in, besides <code>npm run link</code> on the
          server.
        </Notice>
        <FinishAccountForm name={name} finish={finishAccount} />
      </Section>
    )
  }
  return (
    <>
      <Section title="Name" description="As it stands beside your runs.">
        <NameForm label="Name" name={name} rename={renameSelf} />
      </Section>
      <Section title="E-mail" description="You sign in with it. Nothing is sent to it.">
        <EmailForm key={email} email={email} change={changeEmail} />
      </Section>
      <Section title="Password" description="A new one signs you out in every other browser.">
        <PasswordForm email={email} needsCurrent={!(await cameByLink())} change={changePassword} />
      </Section>
    </>
  )
}

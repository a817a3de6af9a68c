'use client'
import Link from 'next/link'
import { useAction } from '@/components/forms/use-action'
import { useValidationAnswer } from '@/components/inbox/use-validation-answer'
import { useOrganisations, useRegistrations, useWorldChange } from '@/components/sandbox/queries'
import { Switch } from '@/components/ui/choice'
import { useRules } from './queries'

type Environment = { kind: string; inbox: string; inboxUrl: string }

/** Whether a shortcode's payments are asked about first, and what this inbox would say. */
export function ValidationNote({
  environment,
  shortcode,
  canChange,
}: {
  environment: Environment
  shortcode: string
  canChange: boolean
}) {
  return (
    <section aria-label="Validation" className="mt-3 flex flex-col gap-1 border-t pt-3 text-sm">
      {environment.kind === 'local' ? (
        <Local environment={environment} shortcode={shortcode} canChange={canChange} />
      ) : (
        <p className="text-ink-muted">
          Payments are asked about first only where the provider has switched external validation on for the
          shortcode.
        </p>
      )}
      <Answer inbox={environment.inbox} />
    </section>
  )
}

function Local({
  environment,
  shortcode,
  canChange,
}: {
  environment: Environment
  shortcode: string
  canChange: boolean
}) {
  const change = useWorldChange()
  const switching = useAction(
    (validation: boolean) =>
      change('PATCH /sandbox/organisations/{shortcode}', { path: { shortcode }, body: { validation } }),
    { saysWhyIn: 'toast' },
  )
  const organisation = useOrganisations().data?.find((each) => each.shortcode === shortcode)
  const registered = useRegistrations().data?.find((each) => each.shortcode === shortcode)
  if (!organisation) return null
  const { validation: isOn, canValidate } = organisation
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Switch
          aria-label={`Validation of ${shortcode} is on`}
          checked={isOn}
          disabled={!canChange || !canValidate || switching.isPending}
          onCheckedChange={(next) => switching.run(next)}
        />
        <span>
          {isOn
            ? `Validation of ${shortcode} is on: a payment waits for your answer.`
            : `Validation of ${shortcode} is off: a payment goes through without being asked about.`}
        </span>
      </p>
      {isOn && (
        <p className="break-all text-ink-muted">
          {registered?.validationUrl
            ? registered.validationUrl.startsWith(environment.inboxUrl)
              ? `It asks inbox ${environment.inbox}. Without an answer, ${registered.responseType} decides.`
              : `It asks ${registered.validationUrl}, which is not this environment’s inbox. Without an answer, ${registered.responseType} decides.`
            : 'No validation URL is registered for it yet, so nobody is asked.'}
        </p>
      )}
    </>
  )
}

const answerWords = (validation: string): string => {
  if (validation === 'accept') return 'accepts'
  return validation === 'silent' ? 'stays silent' : `rejects with ${validation}`
}

function Answer({ inbox }: { inbox: string }) {
  const validation = useValidationAnswer(inbox)
  const rules = useRules(inbox).data?.filter(({ isOn }) => isOn).length ?? 0
  if (validation === undefined) return null
  return (
    <p>
      Inbox {inbox} {answerWords(validation)}
      {rules > 0 &&
        (rules === 1
          ? ', unless its one rule says otherwise'
          : `, unless one of its ${rules} rules says otherwise`)}
      .{' '}
      <Link href={`/inbox/answers/${encodeURIComponent(inbox)}`} className="text-accent underline">
        Answers of this inbox
      </Link>
    </p>
  )
}

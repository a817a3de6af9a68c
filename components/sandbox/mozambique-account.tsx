'use client'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { fetchJson, isProblem } from '@/components/live/fetch-json'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/choice'
import { CopyButton, CopyText } from '@/components/ui/copy'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Facts, Notice, Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { MozambiqueAccountView, TransactionView } from '@/lib/workspace/world/views'
import { Late } from './problem'
import { useWorldChange } from './queries'
import { TransactionTable } from './transaction-table'

const accountKey = ['sandbox', 'mozambique', 'account'] as const

type Change = { responseUrl?: string | null; mayQueryNames?: boolean }

/** API key, public key, the switch between the modes, and what was paid with each key. */
export function MozambiqueAccount({
  canChange,
  baseUrl,
  inboxUrl,
  ports,
}: {
  canChange: boolean
  baseUrl: string
  inboxUrl: string
  ports: { port: number; title: string }[]
}) {
  const reading = useQuery({
    queryKey: accountKey,
    queryFn: async ({ signal }) =>
      (await fetchJson<{ account: MozambiqueAccountView }>('/api/v1/sandbox/mozambique/account', { signal }))
        .account,
  })
  if (!reading.data) return <Late reading={reading} what="The account" />
  const account = reading.data
  return (
    <>
      <Mode key={account.responseUrl} account={account} canChange={canChange} inboxUrl={inboxUrl} />
      <ApiKey account={account} canChange={canChange} />
      <PublicKey publicKey={account.publicKey} />
      <Names account={account} canChange={canChange} />
      <Addresses account={account} baseUrl={baseUrl} ports={ports} />
      <Report account={account} />
    </>
  )
}

function Mode({
  account,
  canChange,
  inboxUrl,
}: {
  account: MozambiqueAccountView
  canChange: boolean
  inboxUrl: string
}) {
  const [url, setUrl] = useState(account.responseUrl ?? '')
  const [errors, setErrors] = useState<string[]>()
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()
  const isAsynchronous = account.mode === 'asynchronous'

  const save = async (responseUrl: string | null) => {
    setBusy(true)
    setErrors(undefined)
    const next: Change = { responseUrl }
    try {
      const saved = await change<{ account: MozambiqueAccountView }>('PATCH', 'mozambique/account', next)
      say(`All calls are ${saved.account.mode} now`)
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setErrors(thrown.fields.responseUrl ?? [thrown.message])
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(url.trim() || null)
  }
  return (
    <Section
      title={
        <span className="flex items-center gap-2">
          Mode <Badge tone={isAsynchronous ? 'pending' : 'good'}>{account.mode}</Badge>
        </span>
      }
      description="With a response URL every call answers at once and its result is sent there. Without one every call waits for its result: a C2B payment stays open until the phone has answered."
    >
      <form onSubmit={submit} className="flex max-w-2xl flex-col gap-3" noValidate>
        <Field label="Asynchronous response URL" errors={errors}>
          {(slots) => (
            <Input
              {...slots}
              type="url"
              inputMode="url"
              value={url}
              placeholder={inboxUrl}
              disabled={!canChange}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        {canChange && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" disabled={busy}>
              Update
            </Button>
            {url.trim() !== inboxUrl && (
              <Button disabled={busy} onClick={() => setUrl(inboxUrl)}>
                Fill in the inbox
              </Button>
            )}
            {isAsynchronous && (
              <Button disabled={busy} onClick={() => void save(null)}>
                Back to synchronous
              </Button>
            )}
          </div>
        )}
      </form>
    </Section>
  )
}

function ApiKey({ account, canChange }: { account: MozambiqueAccountView; canChange: boolean }) {
  const [shown, setShown] = useState<string>()
  const [isSure, setIsSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = useWorldChange()
  const say = useToast()

  const ask = async (verb: 'reveal' | 'renew') => {
    setBusy(true)
    setIsSure(false)
    try {
      const { apiKey } = await change<{ apiKey: string }>('POST', `mozambique/account/${verb}`, {})
      setShown(apiKey)
      if (verb === 'renew') say('The API key was renewed')
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      say(thrown.message, 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section
      title="API key"
      description="The bearer of a call is this key, encrypted with the public key. A renewal ends it at once; local environments that use it get the new one."
    >
      <div className="flex flex-wrap items-center gap-2">
        {shown ? (
          <CopyText value={shown} max={40} label="API key" />
        ) : (
          <code className="font-mono">{account.apiKey.shown}</code>
        )}
        {canChange && !shown && (
          <Button size="sm" disabled={busy} onClick={() => void ask('reveal')}>
            Show
          </Button>
        )}
        {canChange && !isSure && (
          <Button size="sm" disabled={busy} onClick={() => setIsSure(true)}>
            Renew…
          </Button>
        )}
      </div>
      {isSure && (
        <Notice tone="warn" title="Renew the API key?" className="mt-3 max-w-2xl">
          <p>Code that sends the present key is refused with INS-2 from then on.</p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" variant="danger" onClick={() => void ask('renew')}>
              Renew
            </Button>
            <Button size="sm" onClick={() => setIsSure(false)}>
              Keep it
            </Button>
          </div>
        </Notice>
      )}
    </Section>
  )
}

function PublicKey({ publicKey }: { publicKey: string }) {
  return (
    <Section
      title="Public key"
      description="RSA with 4096 bits. Encrypt with PKCS#1 v1.5 padding; the result, as Base64, has 684 characters."
    >
      <p className="max-w-2xl break-all rounded border bg-surface p-3 font-mono text-sm">{publicKey}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <CopyButton value={publicKey} label="Copy public key">
          Copy
        </CopyButton>
        <Button asChild size="sm">
          <a href="/emulator/mozambique/public-key" download="jaribu-mozambique-public-key.pem">
            <Download aria-hidden /> Download as PEM
          </a>
        </Button>
      </div>
    </Section>
  )
}

function Names({ account, canChange }: { account: MozambiqueAccountView; canChange: boolean }) {
  const id = useId()
  const change = useWorldChange()
  const say = useToast()
  const [wanted, setWanted] = useState<boolean>()
  const isOn = wanted ?? account.mayQueryNames
  const turn = async (mayQueryNames: boolean) => {
    setWanted(mayQueryNames)
    const next: Change = { mayQueryNames }
    try {
      await change('PATCH', 'mozambique/account', next)
      say(`Customer names are ${mayQueryNames ? 'answered' : 'refused'} now`)
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      setWanted(undefined)
      say(thrown.message, 'bad')
    }
  }
  return (
    <Section
      title="Customer names"
      description="Sandbox accounts are refused with INS-26; live accounts get the name with some letters hidden."
    >
      <div className="flex items-center gap-2">
        <Switch id={id} checked={isOn} disabled={!canChange} onCheckedChange={(next) => void turn(next)} />
        <label htmlFor={id}>This account may query customer names</label>
      </div>
    </Section>
  )
}

function Addresses({
  account,
  baseUrl,
  ports,
}: {
  account: MozambiqueAccountView
  baseUrl: string
  ports: { port: number; title: string }[]
}) {
  return (
    <Section
      title="Addresses"
      description={
        account.hasFixedPorts
          ? 'The provider’s own ports are listened on too, for clients that let only the host be changed.'
          : 'Clients that let only the host be changed need the provider’s own ports: start with JARIBU_MOZAMBIQUE_PORTS=1.'
      }
    >
      <Facts
        rows={[
          { name: 'All calls', value: <CopyText value={baseUrl} max={80} label="Base URL" /> },
          ...(account.hasFixedPorts
            ? ports.map(({ port, title }) => ({ name: title, value: <code>port {port}</code> }))
            : []),
        ]}
      />
    </Section>
  )
}

/** Midnight of a day as the reader's calendar has it, some days later; undefined for an empty field. */
const midnight = (day: string, daysLater = 0): number | undefined => {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date + daysLater).getTime()
}

function Report({ account }: { account: MozambiqueAccountView }) {
  const [chosen, setChosen] = useState<string>()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const key = chosen ?? account.apiKey.fingerprint
  const start = midnight(from)
  const end = midnight(until, 1)
  const query = new URLSearchParams({
    key,
    ...(start !== undefined && { from: String(start) }),
    ...(end !== undefined && { to: String(end - 1) }),
  }).toString()
  const reading = useQuery({
    queryKey: ['sandbox', 'mozambique', 'report', query],
    queryFn: async ({ signal }) =>
      (
        await fetchJson<{ transactions: TransactionView[] }>(`/api/v1/sandbox/mozambique/report?${query}`, {
          signal,
        })
      ).transactions,
  })
  return (
    <Section
      title="Report"
      description="Transactions by the key that made them; former keys stay here. Going live takes a report with successful ones."
      actions={['xlsx', 'csv', 'json'].map((format) => (
        <Button key={format} asChild size="sm">
          <a href={`/api/v1/sandbox/mozambique/report?${query}&format=${format}`} download>
            <Download aria-hidden /> {format.toUpperCase()}
          </a>
        </Button>
      ))}
    >
      <div className="mb-3 flex flex-wrap items-start gap-3">
        <Field label="API key">
          {(slots) => (
            <Select {...slots} value={key} onChange={(event) => setChosen(event.target.value)}>
              <option value={account.apiKey.fingerprint}>{account.apiKey.shown} (present)</option>
              {account.formerKeys.map((former) => (
                <option key={former.fingerprint} value={former.fingerprint}>
                  {former.shown} (until {new Date(former.endedAt).toISOString().slice(0, 10)})
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="From" optional>
          {(slots) => (
            <Input
              {...slots}
              type="date"
              value={from}
              max={until || undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label="Until" optional>
          {(slots) => (
            <Input
              {...slots}
              type="date"
              value={until}
              min={from || undefined}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
      {!reading.data ? (
        <Late reading={reading} what="The report" />
      ) : reading.data.length === 0 ? (
        <p className="text-ink-muted">This key moved no money{from || until ? ' in this period' : ' yet'}.</p>
      ) : (
        <>
          <p className="mb-2 text-sm" role="status">
            {reading.data.filter(({ state }) => state === 'completed').length} of {reading.data.length}{' '}
            successful
          </p>
          <TransactionTable transactions={reading.data} />
        </>
      )}
    </Section>
  )
}

'use client'
import { useState } from 'react'
import { useQuery } from '@/components/live/queries'
import { type SnippetLanguage, snippetOf } from '@/components/runs/api'
import { Segmented, Switch } from '@/components/ui/choice'
import { Code } from '@/components/ui/code'
import { Select } from '@/components/ui/input'
import { Notice, Skeleton } from '@/components/ui/layout'
import { useSettled } from '@/components/ui/typed'
import { parseObject } from '@/lib/wire/json'
import type { Values } from '@/lib/wire/types'

export type SnippetChoice = { id: SnippetLanguage; label: string }

/** This very request as a program. */
export function CodeTab({
  operation,
  environment,
  values,
  languages,
  canPlan,
}: {
  operation: string
  environment: string
  values: Values
  languages: readonly SnippetChoice[]
  canPlan: boolean
}) {
  const [language, setLanguage] = useState<SnippetLanguage>(languages[0]?.id ?? 'curl')
  const [isReal, setReal] = useState(false)
  const text = useSettled(JSON.stringify(values), 250)
  const secrets = isReal ? 'real' : 'masked'
  const { data, error } = useQuery({
    queryKey: ['snippet', operation, environment, language, secrets, text],
    queryFn: ({ signal }) =>
      snippetOf({ operation, environment, values: parseObject(text) ?? {}, language, secrets }, signal),
    enabled: canPlan,
    staleTime: 0,
    // A sample with real secrets must not outlive its screen.
    gcTime: 0,
    retry: false,
  })
  const label = languages.find((each) => each.id === language)?.label ?? language
  if (!canPlan) {
    return <Notice>A viewer cannot plan requests. Ask an owner to make you a member.</Notice>
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Segmented
          className="max-lg:hidden"
          aria-label="Language"
          value={language}
          onChange={setLanguage}
          options={languages.map((each) => ({ value: each.id, label: each.label }))}
        />
        <Select
          className="w-44 lg:hidden"
          aria-label="Language"
          value={language}
          onChange={(event) => {
            const chosen = languages.find(({ id }) => id === event.target.value)
            if (chosen) setLanguage(chosen.id)
          }}
        >
          {languages.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </Select>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
        <label className="flex items-center gap-2 text-sm">
          <Switch checked={isReal} onCheckedChange={setReal} />
          With real secrets
        </label>
      </div>
      {isReal && (
        <Notice tone="warn">
          The sample below holds the token and the secrets of this environment. Do not paste it where others
          read.
        </Notice>
      )}
      {error ? (
        <Notice tone="bad">{error.message}</Notice>
      ) : data ? (
        <Code text={data.code} label={`Copy ${label} sample`} />
      ) : (
        <Skeleton className="h-48" />
      )}
    </div>
  )
}

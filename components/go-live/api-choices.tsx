'use client'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { casesWords } from './words'

export type ApiChoice = { id: string; title: string; cases: number }

/** Which APIs a sheet covers: only those in use need filling. */
export function ApiChoices({
  offered,
  chosen,
  onChange,
  errors,
}: {
  offered: ApiChoice[]
  chosen: string[]
  onChange: (chosen: string[]) => void
  errors?: string[]
}) {
  const title = useId()
  const isAll = offered.every(({ id }) => chosen.includes(id))
  return (
    <fieldset aria-labelledby={title} className="flex flex-col">
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <span id={title} className="font-medium text-sm">
          APIs you use
        </span>
        <Button
          size="inline"
          variant="link"
          className="text-sm"
          onClick={() => onChange(isAll ? [] : offered.map(({ id }) => id))}
        >
          {isAll ? 'Choose none' : 'Choose all'}
        </Button>
      </div>
      <div className="grid border-t sm:grid-cols-2 sm:gap-x-6">
        {offered.map((api) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
          <label key={api.id} className="flex cursor-pointer items-center gap-2 border-b py-1.5">
            <Checkbox
              checked={chosen.includes(api.id)}
              onCheckedChange={(isChosen) =>
                onChange(isChosen === true ? [...chosen, api.id] : chosen.filter((other) => other !== api.id))
              }
            />
            <span className="min-w-0 flex-1">{api.title}</span>
            <span className="shrink-0 text-ink-muted text-sm">{casesWords(api.cases)}</span>
          </label>
        ))}
      </div>
      {errors && <p className="mt-1 text-failed text-sm">{errors.join(' ')}</p>}
    </fieldset>
  )
}

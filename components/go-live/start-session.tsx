'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { Dialog, DialogBody, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { CaseView } from '@/lib/workspace/go-live/views'
import { groupCases } from './filters'

export type WantedSession = { case?: string; minutes: number; goesOn: boolean }

const lengths = [
  { minutes: 15, words: 'a quarter of an hour' },
  { minutes: 60, words: 'an hour' },
  { minutes: 240, words: 'four hours' },
  { minutes: 480, words: 'eight hours' },
]

/** Which case the sheet waits for, and for how long. */
export function StartSession({
  open,
  cases,
  first,
  onClose,
  onStart,
}: {
  open: boolean
  cases: CaseView[]
  /** The case that is on screen. */
  first: string
  onClose: () => void
  onStart: (wanted: WantedSession) => void
}) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title="Wait for your app"
        description="The case starts by itself on the first call of your own program that fits, and turns as it proves."
      >
        <StartForm cases={cases} first={first} onClose={onClose} onStart={onStart} />
      </DialogContent>
    </Dialog>
  )
}

function StartForm({
  cases,
  first,
  onClose,
  onStart,
}: {
  cases: CaseView[]
  first: string
  onClose: () => void
  onStart: (wanted: WantedSession) => void
}) {
  const offered = cases.filter(({ isWaitable }) => isWaitable)
  const [chosen, setChosen] = useState(offered.some(({ id }) => id === first) ? first : '')
  const [minutes, setMinutes] = useState(60)
  const [goesOn, setGoesOn] = useState(true)
  return (
    <form
      method="dialog"
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        onStart({ ...(chosen && { case: chosen }), minutes, goesOn })
      }}
    >
      <DialogBody className="flex flex-col gap-4">
        <Field label="Case">
          {(slots) => (
            <Select {...slots} value={chosen} onChange={({ target }) => setChosen(target.value)}>
              <option value="">Next missing</option>
              {groupCases(offered).map((group) => (
                <optgroup key={group.api} label={group.title}>
                  {group.cases.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.title}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
        <Field label="For">
          {(slots) => (
            <Select {...slots} value={minutes} onChange={({ target }) => setMinutes(Number(target.value))}>
              {lengths.map((each) => (
                <option key={each.minutes} value={each.minutes}>
                  {each.words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control */}
        <label className="flex cursor-pointer items-center gap-2">
          <Checkbox checked={goesOn} onCheckedChange={(checked) => setGoesOn(checked === true)} />
          Go on with the next missing case as soon as one is proved
        </label>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary">
          Wait for my app
        </Button>
      </DialogFooter>
    </form>
  )
}

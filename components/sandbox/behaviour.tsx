'use client'
import { useAction } from '@/components/forms/use-action'
import { Segmented } from '@/components/ui/choice'
import { fetched } from '@/components/ui/fetched'
import { Section } from '@/components/ui/layout'
import { useToast } from '@/components/ui/toast'
import type { SandboxSettingsView } from '@/lib/workspace/world/views'
import type { Strictness, Timing } from '@/lib/world/types'
import type { OperationChoice } from './faults'
import { Late } from './problem'
import { useSettings, useSettingsChange } from './queries'

// Nobody sees these before the tab is opened.
const Delays = fetched(() => import('./delays').then((module) => module.Delays))
const OwedCallbacks = fetched(() => import('./owed-callbacks').then((module) => module.OwedCallbacks))
const Faults = fetched(() => import('./faults').then((module) => module.Faults))

/** How the emulated provider behaves: its delays, how strictly it reads, and what goes wrong on purpose. */
export function Behaviour({ canChange, operations }: { canChange: boolean; operations: OperationChoice[] }) {
  const settings = useSettings()
  if (!settings.data) return <Late reading={settings} what="The settings" />
  return (
    <>
      <Reading settings={settings.data} canChange={canChange} />
      <Timings settings={settings.data} canChange={canChange} />
      <Delays key={JSON.stringify(settings.data)} settings={settings.data} canChange={canChange} />
      <OwedCallbacks isHolding={settings.data.holdCallbacks} canChange={canChange} />
      <Faults faults={settings.data.faults} canChange={canChange} operations={operations} />
    </>
  )
}

const timings: { value: Timing; label: string }[] = [
  { value: 'quick', label: 'Quick' },
  { value: 'as-measured', label: 'As measured' },
]

function Timings({ settings: { timing }, canChange }: { settings: SandboxSettingsView; canChange: boolean }) {
  const say = useToast()
  const changing = useAction(useSettingsChange(), { saysWhyIn: 'toast' })
  return (
    <Section
      title="Timing"
      description="As measured is how Safaricom’s own sandbox behaved in 2026: a payment after 15 seconds, results after 10, an unanswered prompt ends after 26. A query of an open prompt says 4999, one in five 500.001.1001, and knows the end of a silent phone from 14 seconds on. 254708374149 never pays. Each callback comes once, in both."
    >
      {canChange ? (
        <Segmented
          aria-label="Timing"
          value={timing}
          onChange={(next) =>
            changing.run({ timing: next }, () =>
              say(next === 'quick' ? 'The sandbox is quick now' : 'The sandbox keeps the measured times now'),
            )
          }
          options={timings}
        />
      ) : (
        <p>{timings.find(({ value }) => value === timing)?.label}</p>
      )}
    </Section>
  )
}

const strictnesses: { value: Strictness; label: string }[] = [
  { value: 'lenient', label: 'Lenient' },
  { value: 'strict', label: 'Strict' },
]

function Reading({
  settings: { strictness },
  canChange,
}: {
  settings: SandboxSettingsView
  canChange: boolean
}) {
  const say = useToast()
  const changing = useAction(useSettingsChange(), { saysWhyIn: 'toast' })
  return (
    <Section
      title="How strictly it reads"
      description="Lenient takes what real clients send and notes what the documentation would refuse. Strict refuses it."
    >
      {canChange ? (
        <Segmented
          aria-label="Strictness"
          value={strictness}
          onChange={(next) => changing.run({ strictness: next }, () => say(`Reading is ${next} now`))}
          options={strictnesses}
        />
      ) : (
        <p>{strictnesses.find(({ value }) => value === strictness)?.label}</p>
      )}
    </Section>
  )
}

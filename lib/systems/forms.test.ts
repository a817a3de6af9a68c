import { describe, expect, test } from 'vitest'
import type { Field, Json, Operation } from '@/lib/catalogue/types'
import { fieldProblem, initialValues } from '@/lib/derive'
import { systems } from '@/lib/systems'
import type { System } from '@/lib/systems/types'
import type { Values } from '@/lib/wire/types'
import { systemBench } from '@/tests/system-bench'

const phoneOf = ({ testPhones }: System): string =>
  testPhones.find(({ kinds }) => kinds.includes('local'))?.msisdn ?? ''

/** A form sends nothing while a required field is empty: what is typed then is the example. */
const startOf = (field: Field, value: Json | undefined) =>
  value === undefined && field.required ? field.example : value

/** What the form sends when nobody has typed anything. */
const untouched = (system: System, operation: Operation) => {
  const bench = systemBench(system)
  const { credentials, callbackUrl } = bench.context
  const first = initialValues(operation, { credentials, callbackUrl, phone: phoneOf(system) })
  const values: Values = Object.fromEntries(
    operation.fields.map((field) => [
      field.name,
      field.derive ? undefined : startOf(field, first[field.name]?.value),
    ]),
  )
  return bench.send(system.plan(operation, values, bench.context).request)
}

/** Remarks on what the world has not, or on what an answer means: the request itself is right. */
const ofTheWorld = [
  'No URLs are registered for this shortcode',
  'The shortcode was not registered for Pull Transactions',
  'The app_key in the header is not one that the opt-in call gave.',
  'No shortcode has opted in to Bill Manager yet',
  'An invoice with that externalReference was never sent',
  'No mandate has this reference.',
  'No payment of this organisation has that receipt.',
  'No transaction of this organisation has that reference.',
  'The broker has nothing of that conversation.',
  'Sandbox accounts may not ask for names.',
  'The portal offers this call in Ghana only',
  'Standing orders are accepted without asking the phone.',
  'Here an idNumber that ends in 0',
  'That the answer carries output_VoucherCode is unconfirmed.',
  'The SP password is changed',
  'In life Safaricom calls this path',
]

describe.each(systems)(
  'a form of $id starts with a request that its own sandbox does not criticise',
  (system) => {
    const outbound = system.operations.filter(({ direction }) => direction === 'outbound')
    test.each(outbound.map((operation): [string, Operation] => [operation.name, operation]))(
      '%s',
      (_, operation) => {
        const { notes } = untouched(system, operation)
        expect(notes.filter((note) => !ofTheWorld.some((known) => note.startsWith(known)))).toEqual([])
      },
    )
  },
)

const examples = systems.flatMap(({ operations }) =>
  operations.flatMap(({ id, fields }) =>
    fields
      .filter(({ example }) => example !== '')
      .map((field): [string, Field] => [`${id} ${field.name}`, field]),
  ),
)

test.each(examples)('%s takes its own example', (_, field) =>
  expect(fieldProblem(field, field.example)).toBeUndefined(),
)

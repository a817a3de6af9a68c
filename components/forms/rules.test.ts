import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createSchemaCheck, errorsIn, messagesIn, resolverOf, type Wrong } from './rules'

const payment = z.object({
  amount: z.number('Type an amount.'),
  payee: z.object({ name: z.string().min(1, 'Enter a name.') }),
})
type Payment = z.infer<typeof payment>
type Typed = { amount: string; payee: { name: string } }

const inputOf = ({ amount, payee }: Typed): Payment => ({ amount: Number(amount), payee })

const found = async (typed: Typed, check?: (typed: Typed) => Wrong, schema = async () => payment) => {
  const resolver = resolverOf({ schemaErrorsOf: createSchemaCheck(schema).errorsOf, check, inputOf })
  return resolver(typed, undefined, { fields: {}, shouldUseNativeValidation: false })
}

describe('the rules of a form', () => {
  test('let what is right through as it was typed', async () => {
    const typed = { amount: '10', payee: { name: 'Achieng' } }
    expect(await found(typed)).toEqual({ values: typed, errors: {} })
  })

  test('find by the schema of the input what is wrong with what was typed', async () => {
    const { errors } = await found({ amount: 'ten', payee: { name: '' } })
    expect(messagesIn(errors)).toEqual(['Type an amount.', 'Enter a name.'])
    expect(errors.payee).toMatchObject({ name: { message: 'Enter a name.' } })
  })

  test('add what no schema says', async () => {
    const { errors } = await found({ amount: 'ten', payee: { name: 'x' } }, ({ payee }) => ({
      'payee.name': payee.name.length < 2 ? ['Write the name in full.'] : undefined,
    }))
    expect(messagesIn(errors)).toEqual(['Type an amount.', 'Write the name in full.'])
  })

  test('leave the judgement to the server where the schema cannot be fetched', async () => {
    const typed = { amount: 'ten', payee: { name: '' } }
    const broken = async (): Promise<typeof payment> => {
      throw new Error('the file is gone')
    }
    expect(await found(typed, undefined, broken)).toEqual({ values: typed, errors: {} })
  })

  test('fetch the schema once, and again only after it could not be fetched', async () => {
    const source = vi.fn(async () => payment)
    source.mockRejectedValueOnce(new Error('the network is gone'))
    const { prepare, errorsOf } = createSchemaCheck(source)
    await prepare()
    await prepare()
    await errorsOf({ amount: 1, payee: { name: 'x' } })
    expect(source).toHaveBeenCalledTimes(2)
  })
})

test.each<[string, Wrong, string, string[]]>([
  ['of a field', { name: ['Enter a name.'] }, 'name', ['Enter a name.']],
  ['joined, where there are several', { name: ['One.', 'Two.'] }, 'name', ['One. Two.']],
  [
    'of what is below a field',
    { 'sources.0': ['No host.'], 'sources.2': ['No port.'] },
    'sources',
    ['No host.', 'No port.'],
  ],
  ['not of another field', { name: ['Enter a name.'] }, 'email', []],
])('messages are %s', (_, wrong, name, expected) => {
  expect(messagesIn((errorsIn(wrong) as Record<string, unknown>)[name])).toEqual(expected)
})

import { z } from 'zod'
import { marketOf, readPhone } from '@/lib/msisdn'
import { type MarketId, markets } from '@/lib/msisdn/markets'

const mostNumbers = 500
const longestNumber = 200

const marketIds = Object.keys(markets) as [MarketId, ...MarketId[]]

export const phonesInput = z.strictObject({
  numbers: z
    .array(z.string().max(longestNumber, `A number has ${longestNumber} characters at most.`))
    .min(1, 'Give a number first.')
    .max(mostNumbers, `${mostNumbers} numbers at most.`)
    .describe('As people write them.'),
  market: z
    .enum(marketIds)
    .default('kenya')
    .describe('Whose numbers they are where no country code says it.'),
})

export const phonesRead = z.object({
  numbers: z.array(
    z.object({
      typed: z.string(),
      msisdn: z.string().nullable().describe('As M-Pesa takes it: country code first, digits only.'),
      problem: z.string().nullable().describe('Why it is none.'),
    }),
  ),
})

/** What each way of writing a number comes to. Nothing of it is kept. */
export const readPhones = ({
  numbers,
  market,
}: z.output<typeof phonesInput>): z.infer<typeof phonesRead> => ({
  numbers: numbers.map((typed) => {
    const read = readPhone(typed, marketOf(market))
    return 'msisdn' in read
      ? { typed, msisdn: read.msisdn, problem: null }
      : { typed, msisdn: null, problem: read.problem }
  }),
})

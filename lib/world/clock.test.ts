import { describe, expect, test } from 'vitest'
import { markets } from '@/lib/msisdn/markets'
import { newReceipt, noReceipt, receiptPrefix } from '@/lib/systems/kenya/ids'
import { momentOf, stampOf, startOfDay } from './clock'
import { seededIds } from './ids'

const { kenya } = markets

describe('market time', () => {
  test('is three hours ahead of UTC in Kenya, over midnight too', () => {
    const at = Date.UTC(2026, 10, 20, 22, 5, 9)
    expect(stampOf(at, kenya, 'YYYYMMDDHHmmss')).toBe('20261121010509')
    expect(momentOf('20261121010509', kenya)).toBe(at)
    expect(startOfDay(at, kenya)).toBe(Date.UTC(2026, 10, 20, 21))
  })

  test.each(['20261301000000', '20260230000000', '2026112001050', 'yesterday', '20261120250000'])(
    'does not read %s as a moment',
    (stamp) => expect(momentOf(stamp, kenya)).toBeUndefined(),
  )
})

describe('a receipt', () => {
  const dated: [year: number, month: number, day: number, prefix: string][] = [
    [2017, 7, 27, 'LGR'],
    [2019, 12, 19, 'NLJ'],
    [2023, 4, 26, 'RDQ'],
    [2024, 7, 6, 'SG6'],
    [2026, 11, 20, 'UKK'],
  ]
  test.each(dated)('of %i-%i-%i begins with %s', (year, month, day, prefix) => {
    expect(receiptPrefix(Date.UTC(year, month - 1, day, 9))).toBe(prefix)
  })

  test('has ten letters and digits, zeros where nothing was created', () => {
    const now = Date.UTC(2026, 10, 20, 9)
    expect(newReceipt({ ids: seededIds(7), now })).toMatch(/^UKK[A-Z0-9]{7}$/)
    expect(noReceipt(now)).toBe('UKK0000000')
  })
})

describe('seeded ids', () => {
  test('are the same for the same seed and go on from a stored state', () => {
    const first = seededIds(123456789012345)
    const early = first.hex(12)
    const rest = seededIds(first.state()).hex(12)
    expect(seededIds(123456789012345).hex(12)).toBe(early)
    expect(first.hex(12)).toBe(rest)
    expect(rest).not.toBe(early)
  })

  test('do not repeat over many draws', () => {
    const ids = seededIds(1)
    expect(new Set(Array.from({ length: 20_000 }, () => ids.alphanumeric(7))).size).toBe(20_000)
  })
})

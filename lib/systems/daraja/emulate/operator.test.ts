import { describe, expect, test } from 'vitest'
import type { Json } from '@/lib/catalogue/types'
import { account } from '@/lib/world/ledger'
import type { AccountKind } from '@/lib/world/types'
import { credential, type Emulator, emulator, operatorBody } from '@/tests/emulator'

const balance = (sandbox: Emulator, owner: string, kind: AccountKind) =>
  sandbox.world.store.balance(account('kenya', owner, kind))

const b2c = (sandbox: Emulator, change: Record<string, Json> = {}, version = 'v3') => {
  const { Initiator, ...body } = operatorBody()
  return sandbox.send(`/mpesa/b2c/${version}/paymentrequest`, {
    ...body,
    ...(version === 'v3' ? { OriginatorConversationID: `own-${sandbox.world.ids.hex(8)}` } : {}),
    InitiatorName: 'testapi',
    CommandID: 'BusinessPayment',
    Amount: '150',
    PartyA: '600000',
    PartyB: '254708374149',
    ...change,
  })
}

type Result = {
  ResultCode: number | string
  TransactionID: string
  ResultParameters?: { ResultParameter: { Key: string; Value?: Json }[] }
}
const resultOf = (body: Record<string, Json> | undefined) => body?.Result as unknown as Result
const parameter = (result: Result, key: string) =>
  result.ResultParameters?.ResultParameter.find((one) => one.Key === key)?.Value

describe('B2C', () => {
  test('accepts at once, then pays from the utility account and reports the receipt', () => {
    const sandbox = emulator()
    const before = balance(sandbox, '254708374149', 'customer')
    const { json } = b2c(sandbox)
    expect(json).toMatchObject({
      ConversationID: expect.stringMatching(/^AG_20261120_[0-9a-f]{20}$/),
      OriginatorConversationID: expect.stringMatching(/^own-/),
      ResponseCode: '0',
    })
    const [sent] = sandbox.run()
    expect(sent?.url).toBe('https://hooks.example.test/d/result')
    const result = resultOf(sent?.body)
    expect(result).toMatchObject({
      ResultType: 0,
      ResultCode: 0,
      TransactionID: expect.stringMatching(/^UKK/),
    })
    expect(parameter(result, 'TransactionReceipt')).toBe(result.TransactionID)
    expect(parameter(result, 'TransactionCompletedDateTime')).toBe('20.11.2026 09:15:30')
    expect(parameter(result, 'B2CUtilityAccountAvailableFunds')).toBe(999_850)
    expect(balance(sandbox, '254708374149', 'customer') - before).toBe(150_00)
    expect(sandbox.sum()).toBe(0)
  })

  const failures: [why: string, change: Record<string, Json>, code: number][] = [
    ['an unknown operator', { InitiatorName: 'nobody' }, 2001],
    ['a wrong password', { SecurityCredential: credential('wrong') }, 2001],
    ['an unknown shortcode', { PartyA: '699999' }, 2001],
    ['less than KES 10', { Amount: '9' }, 2],
    ['more than KES 250,000', { Amount: '250001' }, 3],
    ['a full wallet', { Amount: '250000', PartyB: '254708374149' }, 0],
    ['a receiver that ends in 2040', { PartyB: '254700002040' }, 2040],
  ]
  test.each(failures)('with %s ends by callback', (_why, change, code) => {
    const sandbox = emulator()
    expect(b2c(sandbox, change).answer.status).toBe(200)
    expect(resultOf(sandbox.run()[0]?.body).ResultCode).toBe(code)
    expect(sandbox.sum()).toBe(0)
  })

  test('fails with 8 above the most that a wallet may hold, and 1 when the utility account is empty', () => {
    const sandbox = emulator()
    for (let index = 0; index < 6; index += 1) {
      b2c(sandbox, { Amount: '250000', PartyB: index < 2 ? '254708374149' : `25471200010${index}` })
    }
    expect(sandbox.run().map(({ body }) => resultOf(body).ResultCode)).toEqual([0, 8, 0, 0, 0, 1])
  })

  test('refuses an OriginatorConversationID that was used before', () => {
    const sandbox = emulator()
    b2c(sandbox, { OriginatorConversationID: 'mine-1' })
    const { answer, json } = b2c(sandbox, { OriginatorConversationID: 'mine-1' })
    expect(answer.status).toBe(500)
    expect(json).toMatchObject({
      errorCode: '500.002.1001',
      errorMessage: 'Duplicate OriginatorConversationID.',
    })
    expect(sandbox.run()).toHaveLength(1)
  })

  test('takes a credential of another certificate with a note, and not in strict reading', () => {
    const foreign = Buffer.alloc(256, 3).toString('base64')
    const sandbox = emulator()
    const { notes } = b2c(sandbox, { SecurityCredential: foreign })
    expect(notes.join()).toContain('cannot be verified')
    expect(resultOf(sandbox.run()[0]?.body).ResultCode).toBe(0)
    const strict = emulator({ strictness: 'strict' })
    b2c(strict, {
      SecurityCredential: foreign,
      ResultURL: 'https://pay.jaribu.co.ke/r',
      QueueTimeOutURL: 'https://pay.jaribu.co.ke/t',
    })
    expect(resultOf(strict.run()[0]?.body).ResultCode).toBe(2001)
  })

  test('refuses the plain password at once', () => {
    const { answer, json } = b2c(emulator(), { SecurityCredential: 'Safaricom999!*!' })
    expect(answer.status).toBe(400)
    expect(json).toMatchObject({ errorMessage: 'Bad Request - Invalid SecurityCredential' })
  })

  test('v1 takes Initiator and Occasion where it documents InitiatorName and Occassion', () => {
    const sandbox = emulator()
    const { answer, notes } = b2c(
      sandbox,
      { InitiatorName: null, Initiator: 'testapi', Occasion: 'Pay day' },
      'v1',
    )
    expect(answer.status).toBe(200)
    expect(notes).toHaveLength(2)
    expect(resultOf(sandbox.run()[0]?.body).ResultCode).toBe(0)
  })
})

describe('B2B', () => {
  const pay = (sandbox: Emulator, command: string, change: Record<string, Json> = {}) =>
    sandbox.send(
      command === 'PayTaxToKRA' ? '/mpesa/b2b/v1/remittax' : '/mpesa/b2b/v1/paymentrequest',
      operatorBody({
        CommandID: command,
        SenderIdentifierType: '4',
        RecieverIdentifierType: '4',
        Amount: '239',
        PartyA: '600000',
        PartyB: '600638',
        AccountReference: 'ACC-1',
        ...change,
      }),
    )

  const routes: [command: string, from: AccountKind, to: AccountKind, partyB: string][] = [
    ['BusinessPayBill', 'working', 'utility', '600638'],
    ['BusinessBuyGoods', 'working', 'merchant', '303030'],
    ['BusinessPayToBulk', 'working', 'utility', '600638'],
    ['BusinessTransferFromMMFToUtility', 'working', 'utility', '600000'],
    ['DisburseFundsToBusiness', 'utility', 'working', '600638'],
    ['BusinessToBusinessTransfer', 'working', 'working', '600638'],
    ['PayTaxToKRA', 'working', 'utility', '572572'],
  ]
  test.each(routes)('%s moves money from %s to %s', (command, from, to, partyB) => {
    const sandbox = emulator()
    const before = [balance(sandbox, '600000', from), balance(sandbox, partyB, to)]
    expect(pay(sandbox, command, { PartyB: partyB }).answer.status).toBe(200)
    const result = resultOf(sandbox.run()[0]?.body)
    expect(result.ResultCode).toBe(0)
    expect(parameter(result, 'Amount')).toBe('239.00')
    expect([balance(sandbox, '600000', from), balance(sandbox, partyB, to)]).toEqual([
      (before[0] ?? 0) - 239_00,
      (before[1] ?? 0) + 239_00,
    ])
    expect(sandbox.sum()).toBe(0)
  })

  const failures: [why: string, command: string, change: Record<string, Json>, code: number | string][] = [
    ['an unknown receiver', 'BusinessPayBill', { PartyB: '655555' }, 'SFC_IC0003'],
    ['more than the account holds', 'BusinessPayBill', { Amount: '5000001' }, 1],
    ['itself as receiver', 'BusinessPayBill', { PartyB: '600000' }, 21],
    ['another shortcode for its own float', 'BusinessTransferFromMMFToUtility', {}, 21],
    ['a receiver that ends in 2006', 'BusinessPayBill', { PartyB: '602006' }, 2006],
    ['a registration number of zeros', 'PayTaxToKRA', { PartyB: '572572', AccountReference: 'PRN0000' }, 12],
  ]
  test.each(failures)('with %s fails by callback', (_why, command, change, code) => {
    const sandbox = emulator()
    pay(sandbox, command, change)
    expect(resultOf(sandbox.run()[0]?.body).ResultCode).toBe(code)
    expect(sandbox.sum()).toBe(0)
  })

  test('with an unknown command is refused at once', () => {
    expect(pay(emulator(), 'BusinessPayMoon').json).toMatchObject({
      errorMessage: 'Bad Request - Invalid CommandID',
    })
  })
})

describe('reversal, status and balance', () => {
  const paid = (sandbox: Emulator) => {
    sandbox.send('/mpesa/stkpush/v1/processrequest', sandbox.stkBody({ Amount: 150 }))
    const [sent] = sandbox.run()
    const text = JSON.stringify(sent?.body)
    return /UKK[A-Z0-9]{7}/.exec(text)?.[0] ?? ''
  }
  const reverse = (sandbox: Emulator, receipt: string, change: Record<string, Json> = {}) => {
    sandbox.send(
      '/mpesa/reversal/v1/request',
      operatorBody({
        CommandID: 'TransactionReversal',
        TransactionID: receipt,
        Amount: '150',
        ReceiverParty: '174379',
        RecieverIdentifierType: '11',
        ...change,
      }),
    )
    return resultOf(sandbox.run()[0]?.body)
  }

  test('a reversal gives the money back once', () => {
    const sandbox = emulator()
    const before = balance(sandbox, '254708374149', 'customer')
    const receipt = paid(sandbox)
    const result = reverse(sandbox, receipt)
    expect(result.ResultCode).toBe(0)
    expect(result.TransactionID).not.toBe(receipt)
    expect(parameter(result, 'OriginalTransactionID')).toBe(receipt)
    expect(balance(sandbox, '254708374149', 'customer')).toBe(before)
    expect(reverse(sandbox, receipt).ResultCode).toBe('R000001')
    expect(balance(sandbox, '254708374149', 'customer')).toBe(before)
    expect(sandbox.sum()).toBe(0)
  })

  const refused: [why: string, change: Record<string, Json>, code: number | string][] = [
    ['an unknown receipt', { TransactionID: 'UKK0000001' }, 'R000002'],
    ['a part of the amount', { Amount: '100' }, 25],
    ['more than the amount', { Amount: '151' }, 25],
    ['another receiver', { ReceiverParty: '600000' }, 'R000002'],
  ]
  test.each(refused)('a reversal of %s fails', (_why, change, code) => {
    const sandbox = emulator()
    expect(reverse(sandbox, paid(sandbox), change).ResultCode).toBe(code)
    expect(sandbox.sum()).toBe(0)
  })

  test('a reversal without amount, with the other identifier type or spelling, reverses all', () => {
    const changes: Record<string, Json>[] = [
      { Amount: null },
      { RecieverIdentifierType: '4' },
      { RecieverIdentifierType: null, ReceiverIdentifierType: 11 },
    ]
    for (const change of changes) {
      const sandbox = emulator()
      expect(reverse(sandbox, paid(sandbox), change).ResultCode).toBe(0)
    }
  })

  test('the status finds a payment by receipt and a payout by its conversation', () => {
    const sandbox = emulator()
    const receipt = paid(sandbox)
    const ask = (change: Record<string, Json>) => {
      sandbox.send(
        '/mpesa/transactionstatus/v1/query',
        operatorBody({
          CommandID: 'TransactionStatusQuery',
          PartyA: '174379',
          IdentifierType: '4',
          ...change,
        }),
      )
      return resultOf(sandbox.run()[0]?.body)
    }
    const found = ask({ TransactionID: receipt })
    expect(parameter(found, 'ReceiptNo')).toBe(receipt)
    expect(parameter(found, 'TransactionStatus')).toBe('Completed')
    expect(parameter(found, 'Amount')).toBe(150)
    b2c(sandbox, { OriginatorConversationID: 'mine-9' })
    sandbox.run()
    expect(parameter(ask({ OriginalConversationID: 'mine-9', PartyA: '600000' }), 'Amount')).toBe(150)
    expect(ask({ TransactionID: 'UKK0000009' }).ResultCode).toBe(2032)
  })

  test('the balance lists every account of the shortcode', () => {
    const sandbox = emulator()
    sandbox.send(
      '/mpesa/accountbalance/v1/query',
      operatorBody({
        CommandID: 'AccountBalance',
        PartyA: '600000',
        IdentifierType: '4',
      }),
    )
    expect(parameter(resultOf(sandbox.run()[0]?.body), 'AccountBalance')).toBe(
      'Working Account|KES|5000000.00|5000000.00|0.00|0.00&Float Account|KES|0.00|0.00|0.00|0.00&Utility Account|KES|1000000.00|1000000.00|0.00|0.00&Charges Paid Account|KES|0.00|0.00|0.00|0.00&Organization Settlement Account|KES|0.00|0.00|0.00|0.00',
    )
  })
})

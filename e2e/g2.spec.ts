import { fillFields, openOperation, receiptOf, send, shownRun } from './screens'
import { stkPush } from './server'
import { expect, test } from './story'

test('a SOAP payout, changed in its envelope, ends with its result in the timeline', async ({ owner }) => {
  await openOperation(owner, 'b2c-payment', 'g2')
  await fillFields(owner, { 'ReceiverParty.Identifier': '254708374149' })
  await owner.getByRole('tab', { name: 'XML' }).click()
  const envelope = owner.getByLabel(/The XML body/)
  await expect(envelope).toHaveValue(/<!\[CDATA\[<\?xml[\s\S]*254708374149/)
  const text = await envelope.inputValue()
  await envelope.fill(text.replace('<Value>250.00</Value>', '<Value>275.00</Value>'))
  await owner.getByRole('tab', { name: 'Form' }).click()
  await expect(owner.getByRole('region', { name: 'Request' }).getByLabel('Amount')).toHaveValue('275.00')

  const run = await send(owner)
  await expect(run).toContainText('Paid KES 275.00')
  await expect(run.getByRole('list', { name: 'Timeline' })).toContainText('Sent KES 275.00 to 254708374149')
  const receipt = await receiptOf(run)
  await run
    .getByRole('link', { name: 'Check the status' })
    .or(run.getByRole('button', { name: 'Check the status' }))
    .first()
    .click()
  await expect(owner).toHaveURL(/transaction-status-query/)
  await expect(owner.getByRole('heading', { name: 'Transaction status' })).toBeVisible()
  await send(owner)
  await expect(shownRun(owner)).toContainText(`${receipt} is completed: KES 275.00`)
})

test('a Kenyan statement shows Daraja and SOAP payments; other countries keep their money to themselves', async ({
  owner,
  jaribu,
}) => {
  const kenyan = '254708374149'
  const pushed = await jaribu.api('POST', '/runs', stkPush(kenyan, 35))
  const paidOut = await jaribu.api('POST', '/runs', payout(jaribu.url, kenyan))
  for (const { data } of [pushed, paidOut]) {
    const { data: run } = await jaribu.api('GET', `/runs/${data.id}?wait=30`)
    expect(run.verdict).toBe('paid')
  }
  await owner.goto(`/sandbox/phones/${kenyan}`)
  await expect(owner.getByRole('heading', { name: 'Statement' })).toBeVisible()
  const statement = owner.getByRole('table').first()
  await expect(statement).toContainText('KES 35.00')
  await expect(statement).toContainText('KES 120.00')

  for (const [msisdn, currency] of [
    ['255700000000', 'TZS'],
    ['258840000000', 'MZN'],
  ]) {
    await owner.goto(`/sandbox/phones/${msisdn}`)
    await expect(owner.getByRole('main')).toContainText(`${currency} `)
    await expect(owner.getByRole('main')).not.toContainText('KES')
  }
})

const payout = (url: string, msisdn: string) => ({
  operation: 'g2.b2c-payment',
  environment: 'local-g2',
  sendAnyway: true,
  values: {
    spId: '700100',
    serviceId: '700100000',
    CommandID: 'BusinessPayment',
    Amount: '120.00',
    QueueTimeoutURL: `${url}/hook/local/timeout`,
    ResultURL: `${url}/hook/local/result`,
    CallerType: '2',
    ThirdPartyID: 'jaribu_1',
    'Initiator.IdentifierType': '11',
    'Initiator.Identifier': 'testapi',
    'Initiator.ShortCode': '600000',
    'PrimaryParty.IdentifierType': '4',
    'PrimaryParty.Identifier': '600000',
    'ReceiverParty.IdentifierType': '1',
    'ReceiverParty.Identifier': msisdn,
    KeyOwner: '1',
  },
})

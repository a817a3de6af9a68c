import { describe, expect, test } from 'vitest'
import { peopleMask } from './annex-masks'

describe('people in an annex', () => {
  test.each([
    [
      'a C2B confirmation',
      '{"TransID":"UKK4T9W2QX","MSISDN":"254708374149","FirstName":"Asha","LastName":"Test"}',
      '{"TransID":"UKK4T9W2QX","MSISDN":"2547••••4149","FirstName":"A•••","LastName":"T•••"}',
    ],
    [
      'a number as a number',
      '{"PhoneNumber":254708374149,"Amount":10}',
      '{"PhoneNumber":"2547••••4149","Amount":10}',
    ],
    [
      'a result’s list',
      '{"ResultParameter":[{"Key":"ReceiverPartyPublicName","Value":"254708374149 - Asha Test"}]}',
      '{"ResultParameter":[{"Key":"ReceiverPartyPublicName","Value":"2547••••4149 - A•••"}]}',
    ],
    [
      'an organisation',
      '{"Key":"DebitPartyPublicName","Value":"600321 - Jaribu Supplier"}',
      '{"Key":"DebitPartyPublicName","Value":"600321 - Jaribu Supplier"}',
    ],
    [
      'a beneficiary',
      '{"output_CustomerFirstName":"Neema","output_CustomerLastName":"Mushi"}',
      '{"output_CustomerFirstName":"N•••","output_CustomerLastName":"M•••"}',
    ],
    [
      'SOAP',
      '<a><KYCName>[Personal Details][First Name]</KYCName><KYCValue>Asha</KYCValue><Key>ReceiverPartyPublicName</Key><Value>254708374149 - Juma Ali</Value></a>',
      '<a><KYCName>[Personal Details][First Name]</KYCName><KYCValue>A•••</KYCValue><Key>ReceiverPartyPublicName</Key><Value>2547••••4149 - J•••</Value></a>',
    ],
    [
      'a bill',
      '{"billedFullName":"Asha Test","email":"asha@x.co"}',
      '{"billedFullName":"A•••","email":"a•••"}',
    ],
    ['no message at all', 'plain text', 'plain text'],
  ])('%s', (_, message, masked) => {
    expect(peopleMask([message])(message)).toBe(masked)
  })

  test('a name that one message brings is masked in sentences too, but not inside words', () => {
    const mask = peopleMask(['{"FirstName":"Ann"}'])
    expect(mask('Paid KES 1.00 by ANN (254708374149) for Annual fee')).toBe(
      'Paid KES 1.00 by A••• (2547••••4149) for Annual fee',
    )
  })
})

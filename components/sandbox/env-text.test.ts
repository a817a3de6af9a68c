import { expect, test } from 'vitest'
import { envText } from './env-text'

test('settings are named after their system, in capitals, and quoted where they need it', () => {
  expect(
    envText('daraja', [
      { name: 'baseUrl', value: 'http://localhost:3000/emulator/daraja' },
      { name: 'consumerKey', value: 'abc123' },
      { name: 'initiatorPassword', value: 'Safaricom999!*!' },
    ]),
  ).toBe(
    'DARAJA_BASE_URL=http://localhost:3000/emulator/daraja\nDARAJA_CONSUMER_KEY=abc123\nDARAJA_INITIATOR_PASSWORD="Safaricom999!*!"\n',
  )
})

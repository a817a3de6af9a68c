import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '@/lib/cli/server'
import { startJaribu } from './server'
import { expect, signInByLink, test as story } from './story'

const run = promisify(execFile)
const folder = path.join(import.meta.dirname, 'fixed-host')
const passkey = 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'

let tlsPort = 0
const test = story.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  jaribu: async ({}, use) => {
    tlsPort = await freePort()
    const jaribu = await startJaribu({ JARIBU_TLS_PORT: String(tlsPort) })
    await use(jaribu)
    await jaribu.dispose()
  },
})

test('an unchanged program with a fixed https address pays in the sandbox, by what the page says', async ({
  jaribu,
  page,
}) => {
  await signInByLink(page, jaribu.ownerLink)
  await page.goto('/sandbox?tab=code')
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: 'Programs with a fixed address' }),
  })
  await expect(section).toContainText('NODE_EXTRA_CA_CERTS=$PWD/jaribu-authority.pem')
  await expect(section).toContainText('127.0.0.1 api.safaricom.co.ke')
  await expect(section).toContainText(`--to-ports ${tlsPort}`)
  await section.getByRole('tab', { name: 'Java' }).click()
  await expect(section).toContainText('keytool -importcert')

  const download = section.getByRole('link', { name: 'Download the authority' })
  const href = (await download.getAttribute('href')) ?? ''
  const authority = path.join(jaribu.dataDir, 'downloaded.pem')
  writeFileSync(authority, await (await fetch(new URL(href, jaribu.url))).text())

  const { stdout } = await run(
    process.execPath,
    [
      '--require',
      path.join(folder, 'hosts-entry.cjs'),
      path.join(folder, 'client.mjs'),
      'jaribu-local-key',
      'jaribu-local-secret',
      passkey,
      `${jaribu.url}/hook/local`,
    ],
    {
      env: {
        ...process.env,
        NODE_EXTRA_CA_CERTS: authority,
        HOSTS_ENTRY: `sandbox.safaricom.co.ke:${tlsPort}`,
      },
    },
  )
  const { ResponseCode, CheckoutRequestID } = JSON.parse(stdout)
  expect(ResponseCode).toBe('0')
  await page.goto('/inbox')
  await expect(page.getByText('Paid KES 1.00').first()).toBeVisible()
  const { data } = await jaribu.api('GET', '/callbacks?inbox=local')
  expect(JSON.parse(data.callbacks[0].body).Body.stkCallback).toMatchObject({
    CheckoutRequestID,
    ResultCode: 0,
  })
})

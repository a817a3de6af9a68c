import type { PlayStep } from '@/lib/catalogue/go-live'
import { type CaseRow, has, is, isBetween, lacks, matches, type Where } from '@/lib/catalogue/go-live-words'
import { send, sent } from './words'

/** Rows that stand on every sheet of the workbook. */

export const rightToken: CaseRow = {
  title: 'Token with the right consumer key and secret',
  steps: 'Ask the token end point for a token with the app key and secret in HTTP Basic form.',
  expected: 'HTTP 200 with access_token and expires_in.',
  proof: 'A token exchange that answered 200 with an access_token.',
  records: [sent('oauth-token', is('response.status', 200), has('response.body.access_token'))],
  play: [send('oauth-token')],
}

/** A status of 500 and above is a fault of the service and refuses nobody. */
export const wrongToken: CaseRow = {
  title: 'Token with a wrong consumer key or secret',
  kind: 'negative',
  steps: 'Repeat the token call after changing one character of the key or the secret.',
  expected: 'The call is refused and no token is returned.',
  proof: 'A token exchange with status 400 to 499 and no access_token.',
  records: [sent('oauth-token', isBetween('response.status', 400, 499), lacks('response.body.access_token'))],
  play: [send('oauth-token', {}, { credentials: { consumerSecret: 'not-the-secret-of-this-app' } })],
}

export const overHttps = (
  name: string,
  operations: string | readonly string[],
  play: readonly PlayStep[],
  ...acceptance: Where
): CaseRow => ({
  title: 'Transaction over HTTPS',
  steps: `Send a valid request to ${name} over HTTPS with certificate checks on.`,
  expected: 'The connection is HTTPS and the request is accepted.',
  proof: 'An exchange whose URL is https and whose answer is an acceptance.',
  records: [
    sent(operations, matches('request.url', /^https:\/\//), is('response.status', 200), ...acceptance),
  ],
  needs: 'https',
  play,
})

/** A mistake of several positive rows. */
export const expectedTextIsWrong =
  'the Expected Results text on the sheet says the request shall not go through, yet names the success message; the title decides'

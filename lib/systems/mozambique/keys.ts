import type { PublishedKey } from '../types'

const pem = `-----BEGIN PUBLIC KEY-----
MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAszE+xAKVB9HRarr6/uHY
YAX/RdD6KGVIGlHv98QKDIH26ldYJQ7zOuo9qEscO0M1psSPe/67AWYLEXh13fbt
cSKGP6WFjT9OY6uV5ykw9508x1sW8UQ4ZhTRNrlNsKizE/glkBfcF2lwDXJGQenn
wgickWz7VN+AP/1c4DnMDfcl8iVIDlsbudFoXQh5aLCYl+XOMt/vls5a479PLMkP
cZPOgMTCYTCE6ReX3KD2aGQ62uiu2T4mK+7Z6yvKvhPRF2fTKI+zOFWly//IYlyB
+sde42cIU/588msUmgr3G9FYyN2vKPVy/MhIZpiFyVc3vuAAJ/mzue5p/G329wzg
cz0ztyluMNAGUL9A4ZiFcKOebT6y6IgIMBeEkTwyhsxRHMFXlQRgTAufaO5hiR/u
sBMkoazJ6XrGJB8UadjH2m2+kdJIieI4FbjzCiDWKmuM58rllNWdBZK0XVHNsxmB
y7yhYw3aAIhFS0fNEuSmKTfFpJFMBzIQYbdTgI28rZPAxVEDdRaypUqBMCq4OstC
xgGvR3Dy1eJDjlkuiWK9Y9RGKF8HOI5a4ruHyLheddZxsUihziPF9jKTknsTZtF9
9eKTIjhV7qfTzxXq+8GGoCEABIyu26LZuL8X12bFqtwLAcjfjoB7HlRHtPszv6PJ
0482ofWmeH0BE8om7VrSGxsCAwEAAQ==
-----END PUBLIC KEY-----
`

/**
 * The key of the portal's own samples. Whether every account shares it, and whether live has another, is unconfirmed:
 * the key of the account's profile page replaces it.
 */
export const mozambiqueKeys = [
  {
    id: 'mozambique-portal',
    title: 'Portal sample key',
    kind: 'sandbox',
    isDefault: true,
    source: 'developer.mpesa.vm.co.mz, guide; tests of the mpesa_sdk_mz package',
    pem,
  },
] as const satisfies readonly PublishedKey[]

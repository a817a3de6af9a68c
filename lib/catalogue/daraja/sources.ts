/** Short names of where facts were read, so that each is spelled once. */

/** A page of the Daraja 3.0 portal, as it stood in December 2025. */
export const portal = (page: string) => `Daraja 3.0 portal: ${page}`

/** A page of the Daraja 2.0 portal. */
export const olderPortal = (page: string) => `Daraja 2.0 portal: ${page}`

/** Live answers of Safaricom's sandbox, captured in September and October 2026. */
export const captures = 'mpesa-api: live sandbox captures, Sept-Oct 2026'

/** Dated observations of Safaricom's sandbox, September and October 2026. */
export const observations = 'nkap: live sandbox observations, Sept-Oct 2026'

export const tutorial = 'M-Pesa API tutorial (2018-2019)'
export const darajaJs = 'daraja-js: specs and error notes'
export const darajaStudio = 'daraja-studio: what the API cannot do'
export const mpesakit = 'mpesakit'
export const sdkNet = 'Mpesa-Sdk-Net'
export const npmMpesaApi = 'npm mpesa-api 3.0.2'
export const statum = 'Statum Daraja SDK for PHP'
export const rentProject = 'Integration notes of a rent-management project'
export const pythonSdk = 'Community Daraja SDK examples (Python, TypeScript)'
export const nodeLibraryIssue = 'mpesa-node-library, issue 56'
export const wooIssue = 'osen-wc-mpesa, issue 69'

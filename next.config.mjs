/** @type {import('next').NextConfig} */
export default {
  // A provider's POST to a URL with a trailing slash must not be answered with a redirect.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  outputFileTracingIncludes: { '/*': ['./db/migrations/**/*'] },
}

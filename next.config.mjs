// What strangers may open, and what answers them in its own words.
const open = 'sign-in|start/|invite/|join/|api/|hook/|emulator/|_next/|icon\\.svg|chevron\\.svg'

/** @type {import('next').NextConfig} */
export default {
  // A provider's POST to a URL with a trailing slash must not be answered with a redirect.
  skipTrailingSlashRedirect: true,
  // Only while it is built: what is started in a checkout is the build itself.
  ...(process.env.JARIBU_STANDALONE && { output: 'standalone' }),
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // The development server would print the arguments of actions, passwords among them.
  logging: { serverFunctions: false },
  // A page opened by a link is still wanted after signing in; only here is its address known. Not a wall: every page
  // and handler checks the session itself.
  redirects: async () => [
    {
      source: `/:path((?!${open}).*)`,
      missing: [
        { type: 'cookie', key: 'jaribu.session' },
        { type: 'cookie', key: '__Secure-jaribu.session' },
      ],
      destination: '/sign-in?next=/:path',
      permanent: false,
    },
  ],
  // What an inbox or an emulated provider answers carries nothing that the provider would not send.
  headers: async () => [
    {
      source: '/:path((?!hook/|emulator/).*)',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
        },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  outputFileTracingIncludes: { '/*': ['./db/migrations/**/*'] },
}

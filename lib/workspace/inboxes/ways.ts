/** A way by which senders outside reach the inboxes of this machine. */
export type Way = {
  id: string
  title: string
  /** When it is the right one. */
  about: string
  steps: { says: string; code?: string }[]
  /** Where it has samples in the repository. */
  files?: readonly string[]
}

export type Place = {
  /** Port of this machine that a proxy or tunnel passes on to. */
  port: number
  /** Name under which senders come. */
  host: string
  /** It takes callbacks alone. */
  isHookPort?: boolean
}

/** Held answers last up to a minute; the proxy must not give up before. */
const longestAnswer = '75s'

/** Also the file docs/reach/Caddyfile, for the names that stand in it. */
export const caddyfile = ({ host, port }: Place): string => `${host} {
	# Any method and any path below /hook go on as they came; everything else ends here.
	handle /hook/* {
		reverse_proxy 127.0.0.1:${port} {
			# Who called, and not what the caller says of it.
			header_up X-Forwarded-For {remote_host}
			transport http {
				response_header_timeout ${longestAnswer}
			}
		}
	}
	handle {
		respond 404
	}
}
`

/** Also the file docs/reach/nginx.conf, for the names that stand in it. */
export const nginxConf = ({ host, port }: Place): string => `server {
    listen 443 ssl;
    server_name ${host};
    ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;

    # The path of an inbox may hold its secret.
    access_log off;

    # Any method and any path below /hook go on as they came. No slash behind the port: with one, nginx rewrites the path.
    location ^~ /hook/ {
        proxy_pass http://127.0.0.1:${port};
        proxy_http_version 1.1;
        proxy_set_header Host $host;
        # Who called, and not what the caller says of it.
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto $scheme;
        # Above the limit of an inbox, so that Jaribu itself says what is too long.
        client_max_body_size 2m;
        proxy_read_timeout ${longestAnswer};
    }

    location / {
        return 404;
    }
}
`

const trusted = {
  says: 'Start Jaribu so that it believes the proxy, and nobody else, about who called:',
  code: 'JARIBU_TRUSTED_PROXIES=127.0.0.1,::1 npm start',
}

/** Every way with its commands, for this machine. */
export const waysTo = (place: Place): Way[] => {
  const { host, port, isHookPort } = place
  return [
    {
      id: 'domain',
      title: 'Own domain',
      about:
        'This machine has a public address. Providers want https in production: put a proxy in front then.',
      steps: [
        { says: `Add an A record (AAAA for IPv6) for ${host} with the public address of this machine.` },
        { says: `Let connections through to port ${port}, in the firewall and at the router before it.` },
        isHookPort
          ? {
              says: 'Listen on every interface. The other port stays closed to the outside by the firewall:',
              code: `HOST=0.0.0.0 JARIBU_HOOK_PORT=${port} npm start`,
            }
          : {
              says: 'Listen on every interface, under that name. Everybody can then reach the sign-in page too:',
              code: `HOST=0.0.0.0 JARIBU_PUBLIC_URL=http://${host}:${port} npm start`,
            },
        { says: `Below, check http://${host}:${port} and keep it for the inbox.` },
      ],
    },
    {
      id: 'proxy',
      title: 'Reverse proxy',
      about:
        'A web server on this machine has the certificate and passes callbacks on. The usual way on a server.',
      steps: [
        { says: 'Caddy gets its certificate by itself:', code: caddyfile(place) },
        { says: 'nginx, with a certificate of Let’s Encrypt:', code: nginxConf(place) },
        trusted,
      ],
      files: ['docs/reach/Caddyfile', 'docs/reach/nginx.conf'],
    },
    {
      id: 'cloudflared',
      title: 'cloudflared',
      about:
        'A tunnel of Cloudflare: nothing has to be opened on this side. Without an account the name is new at every start.',
      steps: [
        { says: 'For a try:', code: `cloudflared tunnel --url http://127.0.0.1:${port}` },
        {
          says: 'With an account and a domain there, under a name that stays:',
          code: [
            'cloudflared tunnel login',
            'cloudflared tunnel create jaribu',
            `cloudflared tunnel route dns jaribu ${host}`,
            `cloudflared tunnel run --url http://127.0.0.1:${port} jaribu`,
          ].join('\n'),
        },
        trusted,
      ],
    },
    {
      id: 'ngrok',
      title: 'ngrok',
      about: 'A tunnel of ngrok. Every account has one name of its own that stays.',
      steps: [
        {
          says: 'With the name that your account has:',
          code: `ngrok http ${port} --url https://your-name.ngrok-free.dev`,
        },
        trusted,
      ],
    },
    {
      id: 'ssh',
      title: 'ssh',
      about: 'You have a server with a public address and this machine has none.',
      steps: [
        {
          says: 'Lead a port of the server back to this machine. It lasts as long as this command runs:',
          code: `ssh -N -o ServerAliveInterval=30 -o ExitOnForwardFailure=yes -R 127.0.0.1:${port}:127.0.0.1:${port} you@${host}`,
        },
        {
          says: 'On the server, let Caddy have the certificate and pass callbacks on:',
          code: caddyfile(place),
        },
        trusted,
      ],
    },
    {
      id: 'relay',
      title: 'Another Jaribu',
      about:
        'A Jaribu on a public host is the team’s inbox; this one follows it. Nothing has to be opened on this side, and what came while it was off is caught up on.',
      steps: [
        { says: `On the public host, start a Jaribu in one of the ways before, reached at ${host}.` },
        {
          says: 'There, make an inbox under Settings, Inboxes, and a member’s token under Settings, API tokens.',
        },
        {
          says: 'Here, make an inbox with the same address and secret, give it the public address of the host, and follow the other with the token. Forms then fill in the public URL.',
        },
        {
          says: 'A script follows by the same cursor:',
          code: `curl -H "Authorization: Bearer $TOKEN" "https://${host}/api/v1/callbacks?inbox=shop&after=0&wait=30"`,
        },
      ],
    },
  ]
}

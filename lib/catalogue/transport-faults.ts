/**
 * What goes wrong below an API, before it has seen a call or on the way back: names, certificates, connections, proxies.
 * The words are those of the programs that people call with. Every system meets them alike.
 */
export type TransportFault = {
  id: string
  /** What it is, in a sentence. */
  title: string
  cause: string
  cure: string
  /** Whether the provider can have acted on the request all the same. */
  mayHaveArrived: boolean
  /** Whether sending the same request again can help. */
  retry: boolean
  /** Any of these in a text means it. */
  says: readonly RegExp[]
  source: string
}

const own = (program: string) => `Error messages of ${program}`

export const transportFaults: readonly TransportFault[] = [
  {
    id: 'host-not-found',
    title: 'There is no host of that name, or it could not be looked up.',
    cause: 'The host in the address is misspelled or does not exist, or this machine has no name service.',
    cure: 'Daraja is at api.safaricom.co.ke in production and at sandbox.safaricom.co.ke for tests, the OpenAPI portal at openapi.m-pesa.com, Mozambique at api.vm.co.mz and api.sandbox.vm.co.mz. No other spelling of them exists.',
    mayHaveArrived: false,
    retry: false,
    says: [
      /could not resolve (?:host|proxy)/i,
      /\bENOTFOUND\b|\bEAI_(?:AGAIN|NONAME)\b/,
      /getaddrinfo|gaierror|name or service not known|nodename nor servname|temporary failure in name resolution/i,
      /UnknownHostException|no such host|name resolution failure|no such host is known/i,
    ],
    source: own('curl, Node.js, Python, Go, Java and .NET'),
  },
  {
    id: 'connection-refused',
    title: 'Nothing accepted the connection.',
    cause: 'No server listens at that host and port, or a firewall turns the connection away.',
    cure: 'Check host and port. Mozambique listens on a port of its own for each call, which many networks close for outgoing calls.',
    mayHaveArrived: false,
    retry: true,
    says: [
      /\bECONNREFUSED\b|\bEHOSTUNREACH\b|\bENETUNREACH\b/,
      /connection refused|failed to connect to|no route to host|network is unreachable/i,
      /actively refused/i,
    ],
    source: own('curl, Node.js, Python, Go, Java and .NET'),
  },
  {
    id: 'certificate-not-trusted',
    title: 'The certificate of the host was not trusted.',
    cause:
      'The program has no list of authorities or an old one, a proxy puts its own certificate in between, or the clock of the machine is wrong.',
    cure: 'Update the list of authorities (ca-certificates, curl.cainfo of PHP, certifi of Python) and check the clock. Never switch the check off: the request carries your credentials.',
    mayHaveArrived: false,
    retry: false,
    says: [
      /cURL error (?:60|77|51)\b|SSL certificate problem|unable to get local issuer certificate/i,
      /CERTIFICATE_VERIFY_FAILED|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)|SELF_SIGNED_CERT|CERT_HAS_EXPIRED|ERR_TLS_CERT/,
      /x509: certificate|PKIX path building failed|self[- ]signed certificate|SSLHandshakeException/i,
      /remote certificate is invalid|could not establish trust relationship/i,
    ],
    source: own('curl, OpenSSL, Node.js, Python, Go, Java and .NET'),
  },
  {
    id: 'handshake-failed',
    title: 'The two sides found no way to speak TLS with each other.',
    cause:
      'The program is too old for the versions that the host accepts, plain HTTP was spoken to an HTTPS port or the reverse, or the host wants a client certificate.',
    cure: 'Use a program that knows TLS 1.2 and later, and check that address and port belong together.',
    mayHaveArrived: false,
    retry: false,
    says: [
      /cURL error 35\b|wrong version number|handshake failure|tlsv1 alert|unsupported protocol/i,
      /\bEPROTO\b|first record does not look like a TLS handshake|HTTP request was sent to HTTPS port/i,
    ],
    source: own('curl, OpenSSL, Node.js and Go'),
  },
  {
    id: 'no-answer-in-time',
    title: 'No answer came in the time that the program waits.',
    cause: 'The provider is slow, or its answer was lost. It may well have taken the request.',
    cure: 'Do not simply send it again: ask for the status first, by the ids of the request. Wait longer than the provider does: Mozambique and OpenAPI keep their caller until the customer has decided.',
    mayHaveArrived: true,
    retry: false,
    says: [
      /cURL error 28\b|operation timed out|connection timed out|(?:read|request|connect) timed? ?out\b/i,
      /\bETIMEDOUT\b|\bESOCKETTIMEDOUT\b|\bECONNABORTED\b|timeout of \d+ ?ms exceeded|UND_ERR_(?:HEADERS|BODY|CONNECT)_TIMEOUT/,
      /context deadline exceeded|SocketTimeoutException|ReadTimeout|TaskCanceledException/,
    ],
    source: own('curl, Node.js, axios, Python, Go, Java and .NET'),
  },
  {
    id: 'connection-broken',
    title: 'The connection broke before the answer was whole.',
    cause: 'The provider, a proxy or the network ended it. The request may have been taken.',
    cure: 'Ask for the status by the ids of the request before you send it again.',
    mayHaveArrived: true,
    retry: false,
    says: [
      /cURL error (?:52|56|18)\b|empty reply from server|recv failure|connection reset|broken pipe/i,
      /\bECONNRESET\b|\bEPIPE\b|socket hang up|other side closed|UND_ERR_SOCKET/,
      /unexpected EOF|RemoteDisconnected|connection aborted|premature close/i,
    ],
    source: own('curl, Node.js, Python, Go and Java'),
  },
  {
    id: 'page-502-503-504',
    title: 'A server or proxy in front answered, and not the API.',
    cause:
      'The service behind it was busy, being worked on or too slow. Whether it took the request is not known.',
    cure: 'Try later. Where money moves, ask first for the status of what was in flight.',
    mayHaveArrived: true,
    retry: true,
    says: [
      /\b50[234]\b[\s-]*(?:bad gateway|service (?:temporarily )?unavailable|gateway time-?out)/i,
      /(?:bad gateway|service (?:temporarily )?unavailable|gateway time-?out)[\s\S]{0,200}\b(?:nginx|apache|cloudflare|varnish|haproxy|envoy|incapsula)\b/i,
      /upstream connect error|no healthy upstream|upstream request timeout/i,
    ],
    source:
      'Error pages of nginx, Apache, Envoy and content networks; Daraja reference, HTML pages with 403 or 503',
  },
  {
    id: 'page-403',
    title: 'A firewall in front refused the call, and not the API.',
    cause: 'The address that you call from, or something in the request, is on a list of the firewall.',
    cure: 'Compare host, path and headers with the reference, and call from another network. If it stays, give the incident number to support.',
    mayHaveArrived: false,
    retry: false,
    says: [
      /\b403\b[\s-]*forbidden/i,
      /access denied[\s\S]{0,120}\b(?:reference|incident|ray) ?(?:id|#|number)?/i,
      /<title>[^<]{0,80}access denied|access denied[\s\S]{0,200}error code:? 10\d\d/i,
    ],
    source: 'Error pages of nginx and of web firewalls; Daraja reference, HTML pages with 403 or 503',
  },
  {
    id: 'page-404',
    title: 'A web server answered that nothing is at that address.',
    cause: 'Host or path is another one than the API’s, or your own callback address leads nowhere.',
    cure: 'Compare method, host and path with the reference, letter by letter. Where a provider called you, open the callback address yourself.',
    mayHaveArrived: false,
    retry: false,
    says: [/\b404\b[\s-]*(?:page )?not found/i],
    source: 'Error pages of nginx, Apache and of common frameworks',
  },
  {
    id: 'page-500',
    title: 'A program behind that address failed, and answered with a page.',
    cause:
      'The program of whoever answered broke off: yours, where a callback was to be taken, else one of the provider’s.',
    cure: 'Look into the log of your own program where the callback address answered. Where the provider did, ask for the status before you send it again.',
    mayHaveArrived: true,
    retry: false,
    says: [
      /<title>[^<]{0,80}\b500\b[^<]{0,80}<\/title>/i,
      /\b500\b[\s-]*internal server error[\s\S]{0,80}<\//i,
    ],
    source: 'Error pages of nginx, Apache and of common frameworks',
  },
  {
    id: 'no-json',
    title: 'The answer was no JSON: a page stood in its place, or nothing.',
    cause:
      'The program read the body as JSON before it looked what it was. A page of a proxy or a firewall begins with <; an empty body ends at once.',
    cure: 'Write down status and body as they came before you read them, and paste those here.',
    mayHaveArrived: true,
    retry: false,
    says: [
      /unexpected token ['"`]?</i,
      /unexpected end of (?:JSON input|input)|unexpected EOF while parsing/i,
      /JSONDecodeError|Expecting value: line 1 column 1/,
      /invalid character '<' looking for beginning of value/i,
      /unexpected character \('<' \(code 60\)\)|MalformedJsonException/i,
    ],
    source: own('JavaScript, Python, Go and Java'),
  },
  {
    id: 'status-alone',
    title: 'Only the status of the answer was written down.',
    cause:
      'The program broke off at the status and left out the body, in which the provider says what is wrong.',
    cure: 'Write down the body of the answer and paste it here: error.response.data in axios, response.text in requests, the error stream in Java, and curl without -f.',
    mayHaveArrived: false,
    retry: false,
    says: [
      /request failed with status code 4\d\d/i,
      /\b4\d\d client error: /i,
      /server returned HTTP response code: 4\d\d/i,
      /the requested URL returned error: 4\d\d/i,
      /HTTP error!? status:? 4\d\d/i,
      /HttpException: HTTP 4\d\d|status code of 4\d\d/i,
    ],
    source: own('axios, requests, Java, Retrofit, Dio and curl'),
  },
  {
    id: 'cors',
    title: 'The browser did not let a page call the API.',
    cause:
      'The hosts of the APIs allow no calls from pages of other sites, and keys that stand in a page are everybody’s.',
    cure: 'Call the API from your own server, and let the page call that.',
    mayHaveArrived: false,
    retry: false,
    says: [/blocked by CORS policy|Cross-Origin Request Blocked|No 'Access-Control-Allow-Origin'/i],
    source: own('Chrome, Firefox and Safari'),
  },
  {
    id: 'tunnel-offline',
    title: 'The tunnel in your callback address is not open.',
    cause: 'Its program has ended, or was started again and has another address now.',
    cure: 'Start the tunnel, and send or register its present address: free ones change with each start.',
    mayHaveArrived: false,
    retry: true,
    says: [/\bERR_NGROK_\d+|endpoint \S+ is offline|tunnel \S+ not found|no tunnel here/i],
    source: own('ngrok and localtunnel'),
  },
  {
    id: 'proxy-wants-authentication',
    title: 'A proxy on your side wants a name and a password.',
    cause: 'The program goes through a proxy of your network, which does not know it.',
    cure: 'Set name and password of the proxy, or exempt the provider’s hosts from it (NO_PROXY).',
    mayHaveArrived: false,
    retry: false,
    says: [/\b407\b[\s-]*proxy authentication required|cURL error 56[\s\S]{0,60}407 from proxy/i],
    source: own('curl and of common proxies'),
  },
]

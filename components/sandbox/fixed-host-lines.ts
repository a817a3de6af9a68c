/** What leads a program with a fixed address here. Lines for a shell, as they stand. */
export type Way = { id: string; label: string; about: string; text: string }

const file = 'jaribu-authority.pem'
const bundle = `cat /etc/ssl/certs/ca-certificates.crt ${file} > ca-bundle.pem`

/** How each platform is told to trust the authority. */
export const trust: readonly Way[] = [
  {
    id: 'node',
    label: 'Node',
    about: 'Adds the authority to those that Node brings. Read once, when the process starts.',
    text: `NODE_EXTRA_CA_CERTS=$PWD/${file} node your-app.js`,
  },
  {
    id: 'python',
    label: 'Python',
    about:
      'requests reads REQUESTS_CA_BUNDLE; httpx, aiohttp and urllib read SSL_CERT_FILE. Both take the place of the public authorities, so those go into the file as well.',
    text: `cat "$(python3 -m certifi)" ${file} > ca-bundle.pem
REQUESTS_CA_BUNDLE=$PWD/ca-bundle.pem SSL_CERT_FILE=$PWD/ca-bundle.pem python3 your_app.py`,
  },
  {
    id: 'php',
    label: 'PHP',
    about: 'For curl and Guzzle, and for streams. The two lines of php.ini do the same for a web server.',
    text: `${bundle}
php -d curl.cainfo=$PWD/ca-bundle.pem -d openssl.cafile=$PWD/ca-bundle.pem your-app.php`,
  },
  {
    id: 'java',
    label: 'Java',
    about: 'A trust store of its own for this program: it then trusts the sandbox alone.',
    text: `keytool -importcert -noprompt -alias jaribu -file ${file} \\
  -keystore jaribu.p12 -storetype PKCS12 -storepass changeit
java -Djavax.net.ssl.trustStore=jaribu.p12 -Djavax.net.ssl.trustStorePassword=changeit -jar your-app.jar`,
  },
  {
    id: 'go',
    label: 'Go, Ruby',
    about: 'On Linux. On macOS and Windows Go reads the system’s own store.',
    text: `${bundle}
SSL_CERT_FILE=$PWD/ca-bundle.pem ./your-app`,
  },
  {
    id: 'debian',
    label: '.NET, Debian',
    about:
      'For all programs of a Debian or Ubuntu, .NET among them. Removing the file and running it again undoes it.',
    text: `sudo cp ${file} /usr/local/share/ca-certificates/jaribu.crt
sudo update-ca-certificates`,
  },
  {
    id: 'macos',
    label: 'macOS',
    about: 'For all programs that ask the keychain.',
    text: `sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ${file}`,
  },
  {
    id: 'windows',
    label: 'Windows',
    about: 'For all programs that ask the system’s store, .NET among them. In a console of an administrator.',
    text: `certutil -addstore -f Root ${file}`,
  },
]

/** Ports below 1024 are not for everybody; `port` is where the sandbox listens. */
export const ways443 = (port: number): readonly Way[] => [
  {
    id: 'linux',
    label: 'Linux',
    about:
      'A redirect for this machine’s own programs, until the next start. Or let Node listen on 443 itself.',
    text: `sudo iptables -t nat -A OUTPUT -o lo -p tcp --dport 443 -j REDIRECT --to-ports ${port}
# or: sudo setcap cap_net_bind_service=+ep "$(readlink -f "$(command -v node)")", then JARIBU_TLS_PORT=443`,
  },
  {
    id: 'macos',
    label: 'macOS',
    about: 'A redirect for this machine, until the next start.',
    text: `echo "rdr pass on lo0 inet proto tcp from any to 127.0.0.1 port 443 -> 127.0.0.1 port ${port}" | sudo pfctl -ef -`,
  },
  {
    id: 'windows',
    label: 'Windows',
    about: 'In a console of an administrator; “delete” in place of “add” undoes it.',
    text: `netsh interface portproxy add v4tov4 listenaddress=127.0.0.1 listenport=443 connectaddress=127.0.0.1 connectport=${port}`,
  },
]

/** A program in a container, the sandbox on the machine that runs it. */
export const composeFile = (hosts: readonly string[]): string => `services:
  your-app:
    extra_hosts:
${hosts.map((host) => `      - "${host}:host-gateway"`).join('\n')}
    environment:
      NODE_EXTRA_CA_CERTS: /${file}
    volumes:
      - ./${file}:/${file}:ro
`

/** The line of a hosts file, for names; `address` is where the sandbox is. */
export const hostsLine = (address: string, hosts: readonly string[]): string =>
  `${address} ${hosts.join(' ')}`

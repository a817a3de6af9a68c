/** Every tool: its name in `?tool=`, its label and one sentence. */
export const tools = [
  {
    id: 'credential',
    label: 'Security credential',
    about: 'Encrypts an initiator password with a certificate. It happens in this browser; nothing is sent.',
  },
  {
    id: 'password',
    label: 'STK password',
    about: 'Makes the Password of an M-PESA Express request, and takes one apart.',
  },
  {
    id: 'bearer',
    label: 'Bearer of a key',
    about:
      'Encrypts an API key or a session key with a portal’s public key, for the Authorization header. It happens in this browser; nothing is sent.',
  },
  {
    id: 'hashed-password',
    label: 'SOAP passwords',
    about:
      'Makes the spPassword of a G2 SOAP header and the PASSWORD of the old online checkout. It happens in this browser; nothing is sent.',
  },
  { id: 'base64', label: 'Base64', about: 'Text to Base64 and back, in UTF-8.' },
  {
    id: 'certificate',
    label: 'Certificate reader',
    about: 'Reads a PEM or DER certificate: whose it is, until when, which key.',
  },
  {
    id: 'timestamp',
    label: 'Timestamp',
    about: 'Nairobi time as YYYYMMDDHHmmss, now, from a date and back.',
  },
  {
    id: 'phone',
    label: 'Phone number',
    about: 'Any way of writing a Kenyan number to the twelve digits that M-Pesa takes.',
  },
  {
    id: 'callback-url',
    label: 'Callback URL',
    about: 'Every rule that a callback URL must keep. Nothing is requested from it.',
  },
  {
    id: 'callback-tester',
    label: 'Callback tester',
    about:
      'Sends a callback of any kind to your address, once, and says what M-Pesa would make of the answer.',
  },
] as const

import 'server-only'
import { callbackUrlChecked, callbackUrlInput, checkUrl } from '@/lib/workspace/tools/check-callback-url'
import { phonesInput, phonesRead, readPhones } from '@/lib/workspace/tools/read-phones'
import { endpoint } from './endpoint'

export const tools = [
  endpoint('POST /tools/phone-numbers', {
    about: 'What each way of writing a phone number comes to; nothing of it is kept.',
    role: 'viewer',
    body: phonesInput,
    answer: phonesRead,
    run: ({ body }) => readPhones(body),
  }),
  endpoint('POST /tools/callback-url', {
    about:
      'Each rule of Daraja for a callback, validation, confirmation, result or timeout URL, kept or broken. Nothing is sent to it.',
    role: 'viewer',
    body: callbackUrlInput,
    answer: callbackUrlChecked,
    run: ({ body }) => checkUrl(body),
  }),
] as const

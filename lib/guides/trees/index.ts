import type { Tree } from '../types'
import { callbackNeverCame } from './callback-never-came'
import { initiatorInformationInvalid } from './initiator-information-invalid'
import { invalidAccessToken } from './invalid-access-token'
import { wrongCredentials } from './wrong-credentials'

export const trees: readonly Tree[] = [
  callbackNeverCame,
  invalidAccessToken,
  wrongCredentials,
  initiatorInformationInvalid,
]

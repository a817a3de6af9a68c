import type { EnvironmentActions } from '@/components/environments/actions'
import {
  chooseEnvironment,
  encryptPassword,
  importPasted,
  refreshToken,
  removeEnvironment,
  reveal,
  saveEnvironment,
  saveNewEnvironment,
  saveTls,
  trimStored,
} from './actions'

export const environmentActions: EnvironmentActions = {
  choose: chooseEnvironment,
  create: saveNewEnvironment,
  save: saveEnvironment,
  saveTls,
  remove: removeEnvironment,
  reveal,
  importPasted,
  trim: trimStored,
  refresh: refreshToken,
  encrypt: encryptPassword,
}

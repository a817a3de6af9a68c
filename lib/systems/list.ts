import { daraja } from './daraja'
import { g2 } from './g2'
import { mozambique } from './mozambique'
import { openapi } from './openapi'
import type { System } from './types'

/** Every API system that there is, the one that newcomers meet first. A new one is its folder and a line here. */
export const list: readonly System[] = [daraja, openapi, mozambique, g2]

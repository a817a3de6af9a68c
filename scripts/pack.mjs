import { onSupportedNode } from './steps/node-version.mjs'

onSupportedNode(() => import('./steps/pack.mjs'))

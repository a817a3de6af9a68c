import { onSupportedNode } from './steps/node-version.mjs'

onSupportedNode(() => import('./steps/save-weights.mjs'))

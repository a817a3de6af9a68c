import { onSupportedNode } from './steps/node-version.mjs'

onSupportedNode(() => import('./bench/run.mjs'))

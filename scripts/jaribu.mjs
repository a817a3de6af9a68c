#!/usr/bin/env node
import { onSupportedNode } from './steps/node-version.mjs'

onSupportedNode(() => import('./steps/jaribu.mjs'))

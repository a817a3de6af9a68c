import { describe } from 'vitest'
import { systemContract } from '@/tests/system-contract'
import { systems } from '.'

describe.each(systems)('$id', systemContract)

import type { Json } from '@/lib/catalogue/types'
import type { Origin } from '@/lib/derive'

/** Where a value in the form comes from. */
export type FormOrigin = Origin | 'run' | 'link' | 'test'

export const originWords: Record<FormOrigin, string> = {
  environment: 'from environment',
  inbox: 'this inbox',
  phone: 'phone on screen',
  last: 'last used',
  example: 'example',
  fixed: 'always this',
  derived: 'derived',
  none: '',
  run: 'from run',
  link: 'from link',
  test: 'test number',
}

export type Start = { value: Json | undefined; origin: FormOrigin }

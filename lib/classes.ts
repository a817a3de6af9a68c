import { type ClassValue, clsx } from 'clsx'
import { mergeClasses } from './class-merge'

/** Joins class names; of two that set the same thing the later wins. */
export const cn = (...classes: ClassValue[]) => mergeClasses(clsx(classes))

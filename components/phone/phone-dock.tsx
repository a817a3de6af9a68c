'use client'
import { fetchedLater } from '@/components/ui/fetched'

/** No prompt is drawn by the server: what watches for them is fetched once the page is alive. */
export const PhoneDock = fetchedLater(() => import('./phone-watch').then((module) => module.PhoneWatch))

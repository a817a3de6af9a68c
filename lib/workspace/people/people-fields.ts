import { z } from 'zod'

/** What people type about themselves: one rule for the browser and the server. */
export const personName = z.string().trim().min(1, 'Enter a name.').max(80, 'Use 80 characters or fewer.')

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Use 254 characters or fewer.')
  .pipe(z.email('Enter an e-mail address, e.g. wanjiru@example.com.'))

export const newPassword = z
  .string()
  .min(10, 'Use 10 characters or more.')
  .max(200, 'Use 200 characters or fewer.')

export const newAccount = z.object({ name: personName, email, password: newPassword })
export type NewAccount = z.infer<typeof newAccount>

/** The name of a person, or of a workspace. */
export const newName = z.object({ name: personName })

export const newEmail = z.object({
  email,
  currentPassword: z.string().min(1, 'Enter your current password.').max(200),
})

/** The verb asks for the current password; after a one-time link it may be empty. */
export const passwordChange = z.object({ currentPassword: z.string().max(200), password: newPassword })

export const newApiToken = z.object({
  name: z.string().trim().min(1, 'Enter a name, e.g. CI.').max(60, 'Use 60 characters or fewer.'),
  role: z.enum(['member', 'viewer'], 'Choose member or viewer.'),
})

export const newInvitation = z.object({
  label: z.string().trim().max(80, 'Use 80 characters or fewer.'),
  role: z.enum(['member', 'viewer'], 'Choose member or viewer.'),
})

'use client'
import type { FieldPath } from 'react-hook-form'
import { FormField } from '@/components/forms/form-field'
import type { Form } from '@/components/forms/use-form'
import { Select } from '@/components/ui/input'
import type { Role } from '@/lib/workspace/views'

export const roles: { value: Role; label: string }[] = [
  { value: 'owner', label: 'Owner' },
  { value: 'member', label: 'Member' },
  { value: 'viewer', label: 'Viewer' },
]

export const roleTitle = (role: Role): string => roles.find(({ value }) => value === role)?.label ?? role

/** The role of somebody, or of a token, that is new: nobody becomes an owner this way. */
export function RoleField<Values extends { role: 'member' | 'viewer' }>({ form }: { form: Form<Values> }) {
  return (
    <FormField form={form} name={'role' as FieldPath<Values>} label="Role" className="w-64">
      {(slots) => (
        <Select {...slots}>
          <option value="member">Member: sends and changes</option>
          <option value="viewer">Viewer: reads only</option>
        </Select>
      )}
    </FormField>
  )
}

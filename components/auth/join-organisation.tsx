'use client'
import { FormMessage } from '@/components/forms/form-field'
import { useAction } from '@/components/forms/use-action'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/auth/action-result'

/** For somebody who is signed in: one press, so that a preview of the link uses nothing up. */
export function JoinOrganisation({
  token,
  label,
  join,
}: {
  token: string
  /** `Join as Wanjiru` */
  label: string
  join: (input: { token: string }) => Promise<ActionResult<{ organisationId: string }>>
}) {
  const joining = useAction(join)
  return (
    <>
      <FormMessage form={joining} />
      <Button
        variant="primary"
        size="lg"
        disabled={joining.isPending}
        onClick={() =>
          joining.run({ token }, ({ organisationId }) =>
            window.location.replace(`/sandbox/openapi/organisations/${organisationId}`),
          )
        }
      >
        {joining.isPending ? 'Joining…' : label}
      </Button>
    </>
  )
}

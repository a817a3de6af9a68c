import { Button } from '@/components/ui/button'
import { EmptyState, Page } from '@/components/ui/layout'

/** Every page carries this one, so its link is a plain one. */
export default function NotFound() {
  return (
    <Page>
      <h1 className="pb-4 font-semibold text-xl">Nothing is here</h1>
      <EmptyState
        title="This address leads to no page, or to something that was deleted."
        action={
          <Button asChild variant="primary">
            <a href="/">Go home</a>
          </Button>
        }
      >
        If somebody sent you the link, ask whether it belongs to another workspace.
      </EmptyState>
    </Page>
  )
}

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/layout'

const formats = ['xlsx', 'json'] as const

/** What an organisation may want in its files: the application as it stands, and the runs that show it working. */
export function ReviewPackage({ id }: { id: string }) {
  return (
    <Section
      title="Review package"
      description="Configuration, scope, limits and the runs made with its key, with the products that have no success yet. The key itself is not in it."
    >
      <div className="flex flex-wrap gap-2">
        {formats.map((format) => (
          <Button key={format} asChild size="sm">
            <a href={`/api/v1/sandbox/openapi/applications/${id}/package?format=${format}`} download>
              <Download aria-hidden /> {format.toUpperCase()}
            </a>
          </Button>
        ))}
      </div>
    </Section>
  )
}

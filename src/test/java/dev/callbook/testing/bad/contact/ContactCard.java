package dev.callbook.testing.bad.contact;

import dev.callbook.testing.bad.BadOnPurpose;
import io.quarkus.qute.TemplateInstance;

@BadOnPurpose(breaks = "only_pages_render_templates")
record ContactCard(TemplateInstance template) {}

import { Form, type FormProps } from "@remix-run/react";
import { classes } from "~/components/ui/classes";

/**
 * A form of a lesson. Without scripts sending one loads the page anew, and what stands unsaved in
 * another would be gone: while something does, the others give way to a sentence (`lesson.css`).
 */
export function LessonForm({ children, className, ...form }: FormProps) {
  return (
    <Form method="post" preventScrollReset {...form} className={classes("lesson-form", className)}>
      <p className="lesson-form-waits">
        Save what you wrote on this page first: it would be gone once this is sent.
      </p>
      {children}
    </Form>
  );
}

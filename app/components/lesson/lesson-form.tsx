import { Form, useNavigation, type FormProps } from "@remix-run/react";
import { classes } from "~/components/ui/classes";
import { useWordsAlong } from "./use-words-along";

interface LessonFormProps extends FormProps {
  /** What its words are called where they travel with another form; absent where it asks for none. */
  readonly words?: string;
}

/**
 * A form of a lesson. Without scripts sending one loads the page anew, and what stands unsaved in
 * another would be gone: while something does, the others give way to a sentence (`lesson.css`).
 * With scripts a second one would break the first off on its way: it waits to be pressed again.
 */
export function LessonForm({ children, className, words, ...form }: LessonFormProps) {
  const { state } = useNavigation();
  return (
    <Form
      method="post"
      preventScrollReset
      onSubmit={(event) => {
        if (state === "submitting") event.preventDefault();
      }}
      {...form}
      ref={useWordsAlong()}
      data-words={words}
      className={classes("lesson-form", className)}
    >
      <p className="lesson-form-waits">
        Save what you wrote on this page first: it would be gone once this is sent.
      </p>
      {children}
    </Form>
  );
}

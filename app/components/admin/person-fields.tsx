import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { ChoiceList } from "~/components/ui/choice-list";
import { TextField } from "~/components/ui/text-field";
import { addedRoles, type AddedRole } from "~/core/access/policy";
import { roleName } from "~/core/access/role-name";

interface PersonFieldsProps {
  readonly fields: {
    readonly name: FieldMetadata<string>;
    readonly email: FieldMetadata<string>;
    readonly startDate: FieldMetadata<string>;
    readonly timeZone: FieldMetadata<string>;
    readonly team: FieldMetadata<string | undefined>;
    readonly managerEmail: FieldMetadata<string | undefined>;
    readonly roles: FieldMetadata<AddedRole[] | undefined>;
  };
  readonly teams: readonly string[];
  readonly timeZones: readonly string[];
}

const roleHints: Readonly<Record<AddedRole, string>> = {
  trainer:
    "previews lessons and role-plays, sees everybody’s completions, corrects records and records by hand",
  manager: "sees the progress of the people they manage",
  admin: "adds and changes people, and sees everybody’s completions",
};

function text(field: FieldMetadata<string> | FieldMetadata<string | undefined>) {
  return { ...getInputProps(field, { type: "text", ariaAttributes: false }), errors: field.errors };
}

/** What an administrator says about a person, when adding and when changing. */
export function PersonFields({ fields, teams, timeZones }: PersonFieldsProps) {
  const { name, email, startDate, timeZone, team, managerEmail, roles } = fields;
  const given: unknown = roles.initialValue;
  const chosen: readonly unknown[] = Array.isArray(given) ? given : [given];
  return (
    <>
      <TextField label="Name" {...text(name)} key="name" autoComplete="off" />
      <TextField label="E-mail" {...text(email)} key="email" type="email" autoComplete="off" />
      <TextField
        label="First day"
        hint="Due days of the onboarding path count from it."
        {...text(startDate)}
        key="startDate"
        type="date"
      />
      <TextField
        label="Team (optional)"
        {...text(team)}
        key="team"
        list="teams"
        autoComplete="off"
      />
      <datalist id="teams">
        {teams.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <TextField
        label="Manager’s e-mail (optional)"
        hint="Of somebody with the role manager."
        {...text(managerEmail)}
        key="managerEmail"
        type="email"
        autoComplete="off"
      />
      <ChoiceList
        kind="several"
        id={roles.id}
        name={roles.name}
        legend="Roles"
        hint="Everybody is a learner. These add to that."
        errors={roles.errors}
        options={addedRoles.map((role) => ({
          value: role,
          label: roleName(role),
          hint: roleHints[role],
          checked: chosen.includes(role),
        }))}
      />
      <TextField
        label="Time zone"
        hint="As in Europe/Lisbon. Records are told in it."
        {...text(timeZone)}
        key="timeZone"
        list="time-zones"
        autoComplete="off"
      />
      <datalist id="time-zones">
        {timeZones.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>How a step ended.</summary>
/// <param name="Answer">What the caller gets.</param>
/// <param name="Kind">What the change log says; null undoes the step, as for a validation or a repeated request.</param>
/// <param name="Subject">Resource name of what was changed.</param>
/// <param name="Actor">Who did it.</param>
readonly record struct StepEnd<T>(T Answer, ChangeKind? Kind, string Subject, Actor Actor);

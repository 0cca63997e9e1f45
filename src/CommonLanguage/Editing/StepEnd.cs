using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>How a step ended.</summary>
/// <param name="Answer">What the caller gets.</param>
/// <param name="Kind">What the change log says; null undoes the step, as for a validation or a repeated request.</param>
/// <param name="Subject">Resource name of what was changed.</param>
/// <param name="Actor">Who did it.</param>
readonly record struct StepEnd<T>(T Answer, ChangeKind? Kind, string Subject, Actor Actor)
{
    /// <summary>What was written is kept without a row in the change log: it is no part of the glossary, and no reader follows it.</summary>
    public bool IsAside { get; private init; }

    /// <summary>The end of a step beside the change log.</summary>
    public static StepEnd<T> Aside(T answer) => new(answer, null, "", Actor.Service) { IsAside = true };
}

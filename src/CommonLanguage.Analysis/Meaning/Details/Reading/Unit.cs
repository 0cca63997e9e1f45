namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>A unit of measurement.</summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">How many of the dimension's base unit it holds.</param>
/// <param name="Currency">For money, which one (ISO 4217); else 0.</param>
/// <param name="Per">For a rate, the seconds that it counts by; else 0.</param>
sealed record Unit(Dimension Dimension, double Factor, int Currency = 0, double Per = 0);

/// <summary>
/// What a quantity measures. Base units after UCUM (the Unified Code for Units of Measure): s for times, By (bytes) for data, m, g, m2, l,
/// Cel, W, J, V, A, Hz, Pa; working time counts working days of eight hours; money counts the currency's unit; a share is a part of one.
/// </summary>
enum Dimension : byte
{
    Count,
    Time,
    WorkingTime,
    Frequency,
    Share,
    SharePoints,
    Money,
    Data,
    Length,
    Mass,
    Area,
    Volume,
    Temperature,
    Power,
    Energy,
    Voltage,
    Current,
    Hertz,
    Pressure,
    Angle,
    Sound,
    Factor,
    Date,
    TimeOfDay,
    Level,
}

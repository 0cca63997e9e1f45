using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Tests.Meaning.Details;

public sealed class DetailLanguagesTests
{
    [Theory]
    [InlineData("de", "Antwort innerhalb von 4 Stunden.", "Antwort innerhalb von 8 Stunden.", DetailKind.Time)]
    [InlineData("de", "Der Lieferant muss den Kunden informieren.", "Der Lieferant kann den Kunden informieren.", DetailKind.Modality)]
    [InlineData("de", "Lieferung binnen fünf Tagen.", "Lieferung binnen fünf Arbeitstagen.", DetailKind.TimeBase)]
    [InlineData("de", "Preis einschließlich Steuern.", "Preis ohne Steuern.", DetailKind.Inclusion)]
    [InlineData("de", "Unternehmen mit mindestens 50 Mitarbeitern.", "Unternehmen mit höchstens 50 Mitarbeitern.", DetailKind.Threshold)]
    [InlineData("fr", "Réponse dans un délai de 2 jours.", "Réponse dans un délai de 5 jours.", DetailKind.Time)]
    [InlineData("fr", "Le fournisseur doit informer le client.", "Le fournisseur peut informer le client.", DetailKind.Modality)]
    [InlineData("fr", "Une livraison en trois jours.", "Une livraison en trois jours ouvrables.", DetailKind.TimeBase)]
    [InlineData("fr", "Prix hors taxes.", "Prix, taxes comprises, y compris taxes.", DetailKind.Inclusion)]
    [InlineData("es", "Respuesta en un plazo de 24 horas.", "Respuesta en un plazo de 48 horas.", DetailKind.Time)]
    [InlineData("es", "El cliente debe firmar el documento.", "El cliente puede firmar el documento.", DetailKind.Modality)]
    [InlineData("es", "Una empresa con más de 250 empleados.", "Una empresa con menos de 250 empleados.", DetailKind.Threshold)]
    [InlineData("it", "Risposta entro 24 ore.", "Risposta entro 72 ore.", DetailKind.Time)]
    [InlineData("it", "Il documento deve essere firmato.", "Il documento può essere firmato.", DetailKind.Modality)]
    [InlineData("it", "Costi senza IVA.", "Costi inclusa IVA.", DetailKind.Inclusion)]
    [InlineData("nl", "Antwoord binnen 4 uur.", "Antwoord binnen twee werkdagen.", DetailKind.TimeBase)]
    [InlineData("nl", "De leverancier moet de klant inlichten.", "De leverancier mag de klant inlichten.", DetailKind.Modality)]
    public void A_changed_detail_is_found_in_other_languages(string language, string a, string b, DetailKind kind) =>
        Assert.Contains(Compare(a, b, language), difference => difference.Weight >= .5 && difference.Kind == kind);

    [Theory]
    [InlineData("de", "Antwort innerhalb von 24 Stunden.", "Antwort binnen eines Tages.")]
    [InlineData("de", "Ein Umsatz von 1.000 Euro.", "Ein Umsatz von 1000 EUR.")]
    [InlineData("de", "Der Kunde muss zustimmen.", "Der Kunde ist verpflichtet zuzustimmen.")]
    [InlineData("de", "Anteil von 50 %.", "Anteil von 50 Prozent.")]
    [InlineData("fr", "Une réponse dans un délai de sept jours.", "Une réponse dans un délai d'une semaine.")]
    [InlineData("fr", "Une part de 50 %.", "Une part de la moitié.")]
    [InlineData("es", "Un plazo de siete días.", "Un plazo de una semana.")]
    [InlineData("it", "Un termine di dodici mesi.", "Un termine di un anno.")]
    [InlineData("nl", "Een termijn van veertien dagen.", "Een termijn van 14 dagen.")]
    public void Equal_details_are_equal_in_other_languages(string language, string a, string b) =>
        Assert.DoesNotContain(Compare(a, b, language), difference => difference.Weight >= .5);

    [Theory]
    [InlineData("en-GB")]
    [InlineData("EN")]
    [InlineData("xx")]
    [InlineData("")]
    public void A_language_without_a_table_is_read_as_English(string language) =>
        Assert.Equal(DetailKind.Time, Assert.Single(Compare("Solved in 2 hours.", "Solved in 3 hours.", language)).Kind);

    static System.Collections.Immutable.ImmutableArray<DetailDifference> Compare(string a, string b, string language) =>
        DetailComparer.Compare(DetailReading.Of(a, language), DetailReading.Of(b, language));
}

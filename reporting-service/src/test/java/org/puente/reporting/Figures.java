package org.puente.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.puente.platform.testing.Tokens;

/** The indicators as the Secretariat reads them. */
public final class Figures {
    private Figures() {}

    public static JsonPath read(String indicator, String period, String by) {
        return given().auth()
                .oauth2(Tokens.region("secretariat"))
                .queryParam("period", period)
                .queryParams(by.isEmpty() ? Map.of() : Map.of("by", by))
                .get("/v1/indicators/{id}", indicator)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Values by the values of the breakdown; what is withheld is null. */
    public static Map<String, Number> cells(String indicator, String period, String by) {
        Map<String, Number> cells = new TreeMap<>();
        List<Map<String, Object>> rows = read(indicator, period, by).getList("rows");
        for (Map<String, Object> row : rows) {
            Map<?, ?> breakdown = (Map<?, ?>) row.get("breakdown");
            cells.put(
                    String.join(
                            " ",
                            breakdown.values().stream().map(String::valueOf).toList()),
                    (Number) row.get("value"));
        }
        return cells;
    }

    public static Number total(String indicator, String period) {
        return cells(indicator, period, "").get("");
    }
}
